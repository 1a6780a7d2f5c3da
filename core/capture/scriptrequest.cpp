// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/scriptrequest.h"

#include "core/capture/lines.h"

#include <algorithm>
#include <array>

namespace capture {

const QList<ScriptRequest::OptionName> &ScriptRequest::options()
{
    // The names of fetch, axios, jQuery, got, ky and Node; of requests and httpx; of
    // Invoke-WebRequest.
    static const QList<OptionName> table{
        {"url", &ScriptRequest::useUrl},           {"uri", &ScriptRequest::useUrl},
        {"method", &ScriptRequest::useMethod},     {"type", &ScriptRequest::useMethod},
        {"headers", &ScriptRequest::useHeaders},   {"cookies", &ScriptRequest::useCookies},
        {"params", &ScriptRequest::useQuery},      {"body", &ScriptRequest::useBody},
        {"data", &ScriptRequest::useBody},         {"content", &ScriptRequest::useBody},
        {"form", &ScriptRequest::useBody},         {"json", &ScriptRequest::useJson},
        {"auth", &ScriptRequest::useUser},         {"token", &ScriptRequest::useToken},
        {"referrer", &ScriptRequest::useReferrer}, {"contenttype", &ScriptRequest::useContentType},
        {"baseurl", &ScriptRequest::useBase},      {"prefixurl", &ScriptRequest::useBase},
        {"hostname", &ScriptRequest::useHost},     {"host", &ScriptRequest::useHost},
        {"path", &ScriptRequest::usePath},         {"searchparams", &ScriptRequest::useQuery},
    };
    return table;
}

void ScriptRequest::useOption(QByteArrayView name, const ScriptRange &value)
{
    const auto row = std::ranges::find_if(options(), [name](const OptionName &option) {
        return option.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (row != options().end())
        (this->*row->use)(value);
}

void ScriptRequest::useOptions(qsizetype open)
{
    for (const ScriptEntry &entry : m_values->entries(open)) {
        if (entry.key >= 0)
            useOption(m_values->keyOf(entry).bytes(), entry.value);
    }
}

void ScriptRequest::useUrl(const ScriptRange &value)
{
    const Literal url = m_values->textOf(value);
    if (url.size() > 0)
        m_draft.urls.append(absolute(url));
}

//! A path behind the base, however many slashes stand between them.
Literal ScriptRequest::absolute(const Literal &url) const
{
    if (m_base.size() == 0 || url.bytes().contains("://"))
        return url;
    const bool isCut = m_base.bytes().endsWith('/') && url.bytes().startsWith('/');
    const bool isApart = !m_base.bytes().endsWith('/') && !url.bytes().startsWith('/');
    Literal joined = m_base;
    if (isApart)
        joined.text.appendReplaced("/", url.text.span(0, 0));
    joined.append(isCut ? url.sliced(1) : url);
    return joined;
}

void ScriptRequest::setBase(const Literal &base)
{
    m_base = base;
    if (!m_draft.urls.isEmpty())
        m_draft.urls.first() = absolute(m_draft.urls.first());
}

void ScriptRequest::useBase(const ScriptRange &value)
{
    setBase(m_values->textOf(value));
}

//! Of Node's http and https, which take the parts of a URL.
void ScriptRequest::useHost(const ScriptRange &value)
{
    const Literal host = m_values->textOf(value);
    Literal base;
    base.text.appendReplaced("https://", host.text.span(0, 0));
    base.append(host);
    setBase(base);
}

void ScriptRequest::usePath(const ScriptRange &value)
{
    if (m_base.size() > 0 && m_draft.urls.isEmpty())
        useUrl(value);
}

void ScriptRequest::useMethod(const ScriptRange &value)
{
    const Literal method = m_values->textOf(value);
    if (method.gaps.isEmpty())
        m_draft.method = method.bytes().toByteArray().toUpper();
}

void ScriptRequest::useHeaders(const ScriptRange &value)
{
    const qsizetype open = m_values->objectIn(value);
    for (const ScriptEntry &entry : open < 0 ? QList<ScriptEntry>() : m_values->entries(open)) {
        if (entry.key >= 0)
            m_draft.headers.append({m_values->keyOf(entry), m_values->textOf(entry.value)});
    }
}

void ScriptRequest::useCookies(const ScriptRange &value)
{
    addMembers(CarrierType::Cookie, value);
}

void ScriptRequest::addMembers(CarrierType type, const ScriptRange &value)
{
    const qsizetype open = m_values->objectIn(value);
    if (open < 0)
        return;
    const qsizetype close = m_values->script().tokens[open].partner;
    for (const ScriptEntry &entry : m_values->members({open + 1, close})) {
        const Literal name = m_values->keyOf(entry);
        m_draft.addParameter(type, name, m_values->textOf(entry.value));
    }
}

//! Text as it is sent, or an object that a function makes text of.
void ScriptRequest::useBody(const ScriptRange &value)
{
    if (m_values->objectIn(value) < 0) {
        const Literal body = m_values->textOf(value);
        if (body.size() > 0)
            m_draft.bodies.append(body);
        return;
    }
    addMembers(typeOf(value), value);
}

//! By the function that makes text of an object.
CarrierType ScriptRequest::typeOf(const ScriptRange &value) const
{
    struct Maker
    {
        QByteArrayView name;
        CarrierType type;
    };
    constexpr auto makers = std::to_array<Maker>({
        {"qs.stringify", CarrierType::Form},
        {"querystring.stringify", CarrierType::Form},
        {"stringify", CarrierType::Json},
        {"dumps", CarrierType::Json},
        {"ConvertTo-Json", CarrierType::Json},
        {"URLSearchParams", CarrierType::Form},
        {"urlencode", CarrierType::Form},
    });
    const auto *const maker = std::ranges::find_if(
        makers, [&](const Maker &row) { return m_values->mentions(value, row.name); });
    return maker == makers.end() ? m_objectType : maker->type;
}

void ScriptRequest::useJson(const ScriptRange &value)
{
    addMembers(CarrierType::Json, value);
}

void ScriptRequest::useQuery(const ScriptRange &value)
{
    if (m_values->objectIn(value) >= 0)
        addMembers(CarrierType::Query, value);
    else
        m_draft.queries.append(m_values->textOf(value));
}

//! `("user", "password")`, `{username: …, password: …}`.
void ScriptRequest::useUser(const ScriptRange &value)
{
    const Script &script = m_values->script();
    for (qsizetype i = value.from; i < value.end; ++i) {
        if (script.is(i, ScriptToken::Kind::String))
            m_draft.users.append(m_values->textOf({i, i + 1}));
    }
}

void ScriptRequest::useToken(const ScriptRange &value)
{
    const Script &script = m_values->script();
    // `(ConvertTo-SecureString "…" -AsPlainText)`: the string is what counts.
    for (qsizetype i = value.from; i < value.end; ++i) {
        if (script.is(i, ScriptToken::Kind::String))
            return m_draft.addHeader("Authorization", m_values->textOf({i, i + 1}), "Bearer ");
    }
    m_draft.addHeader("Authorization", m_values->textOf(value), "Bearer ");
}

void ScriptRequest::useReferrer(const ScriptRange &value)
{
    m_draft.addHeader("Referer", m_values->textOf(value));
}

void ScriptRequest::useContentType(const ScriptRange &value)
{
    m_draft.mediaType = m_values->textOf(value).bytes().toByteArray();
}

qsizetype finishScript(const SourceText &text, qsizetype from, ScriptValues &values,
                       QList<RequestDraft> drafts, Collector &collector)
{
    // What is never closed was cut off, or is no code: it ends behind what was understood of it, if
    // that is near enough to its end that reading the rest once more costs nothing.
    constexpr qsizetype longestRest = 4096;
    const Script &script = values.script();
    if (drafts.isEmpty() && script.end - from <= longestRest)
        return from;
    if (!drafts.isEmpty())
        drafts.last().rest += values.unused();
    for (const RequestDraft &draft : std::as_const(drafts))
        collect(draft, collector);
    if (script.isClosed && !drafts.isEmpty())
        return script.end;
    const qsizetype usedEnd = drafts.isEmpty() ? from : std::max(values.usedEnd(), from);
    if (script.end - usedEnd <= longestRest && usedEnd > from)
        return lineEnd(text.bytes(), usedEnd);
    collector.text(-1, Side::Unknown, text.sliced(usedEnd, script.end - usedEnd));
    return script.end;
}

} // namespace capture
