// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/requestdraft.h"
#include "core/capture/scriptvalues.h"

namespace capture {

//! Makes a request of the options that the HTTP functions of JavaScript, Python and PowerShell
//! take. They differ less in their names than in their marks, so one table serves all.
class ScriptRequest
{
public:
    explicit ScriptRequest(ScriptValues &values)
        : m_values(&values)
    {
    }
    //! Of names that are in no row nothing is made.
    void useOption(QByteArrayView name, const ScriptRange &value);
    //! Every member of the object, or argument of the call, that has a name.
    void useOptions(qsizetype open);
    void useUrl(const ScriptRange &value);
    void useMethod(const ScriptRange &value);
    void useHeaders(const ScriptRange &value);
    void useCookies(const ScriptRange &value);
    void useBody(const ScriptRange &value);
    void useToken(const ScriptRange &value);
    void useContentType(const ScriptRange &value);
    //! An object that is no text yet: its members become fields of a form, or of a JSON text.
    void setObjectType(CarrierType type) { m_objectType = type; }

    [[nodiscard]] RequestDraft &draft() { return m_draft; }

private:
    struct OptionName
    {
        QByteArrayView name;
        void (ScriptRequest::*use)(const ScriptRange &value) = nullptr;
    };
    static const QList<OptionName> &options();

    void useBase(const ScriptRange &value);
    void useHost(const ScriptRange &value);
    void usePath(const ScriptRange &value);
    void setBase(const Literal &base);
    [[nodiscard]] Literal absolute(const Literal &url) const;
    void useJson(const ScriptRange &value);
    void useQuery(const ScriptRange &value);
    void useUser(const ScriptRange &value);
    void useReferrer(const ScriptRange &value);
    void addMembers(CarrierType type, const ScriptRange &value);
    [[nodiscard]] CarrierType typeOf(const ScriptRange &value) const;

    ScriptValues *m_values;
    RequestDraft m_draft;
    Literal m_base; //!< Of URLs that are paths.
    CarrierType m_objectType = CarrierType::Json;
};

//! Hands over what a script asked for; strings that are in no request are scanned. Returns where
//! the script ends; `from`, and nothing is collected, if it is none after all.
[[nodiscard]] qsizetype finishScript(const SourceText &text, qsizetype from, ScriptValues &values,
                                     QList<RequestDraft> drafts, Collector &collector);

} // namespace capture
