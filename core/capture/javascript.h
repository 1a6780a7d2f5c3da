// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/scriptreader.h"

#include <span>

namespace capture {

//! A function that sends a request, and how it takes its arguments; -1: it does not take this one
//! by its place.
struct RequestFunction
{
    QByteArrayView name;
    QByteArrayView method;
    int url = -1;
    int body = -1;
    int options = 0;
};
//! fetch, axios, jQuery, got, ky and Node's own.
[[nodiscard]] std::span<const RequestFunction> requestFunctions();

//! Whether the last part of a name with dots is a method of HTTP, as in `client.get`.
[[nodiscard]] bool isMethodName(QByteArrayView name);

//! JavaScript in its order: what it sets, what it adds to that, and what it asks for.
class JavaScriptReader final : public ScriptReader
{
public:
    JavaScriptReader(const SourceText &text, Script script)
        : ScriptReader(text, std::move(script))
    {
    }
    [[nodiscard]] QList<RequestDraft> read();

private:
    using Entries = QList<std::pair<QByteArray, ScriptRange>>;
    struct Xhr
    {
        ScriptRequest request;
        qsizetype index = 0;
    };

    bool readSetting(qsizetype index);
    void readAddition(qsizetype index);
    void readXhr(qsizetype index);
    void readCall(qsizetype index);
    bool readMethodCall(qsizetype index);
    void useArgument(ScriptRequest &request, const ScriptEntry &argument, bool mayBeBody);
    void useDefaults(ScriptRequest &request, const QByteArray &client);
    [[nodiscard]] bool isOptions(const ScriptRange &value);
    [[nodiscard]] bool isMethodWord(const ScriptRange &value) const;
    void set(const QByteArray &target, const ScriptRange &value);
    void useOptions(ScriptRequest &request, const ScriptRange &value);
    void useOption(ScriptRequest &request, QByteArrayView name, const ScriptRange &value);
    void addCall(ScriptRequest &request, qsizetype from, qsizetype open);
    [[nodiscard]] ScriptRange valueAt(qsizetype from) const;
    [[nodiscard]] bool beginsStatement(qsizetype index) const;

    QHash<QByteArray, Entries> m_properties; //!< `options.body = …`, by the variable.
    QHash<QByteArray, CarrierType> m_collections; //!< Variables that are a FormData …
    QHash<QByteArray, Xhr> m_xhrs; //!< Opened, and not sent yet.
    QHash<QByteArray, ScriptRange> m_clients; //!< What `axios.create(…)` was given.
};

} // namespace capture
