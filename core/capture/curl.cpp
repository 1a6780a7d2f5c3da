// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/curloptions.h"
#include "core/capture/documentforms.h"
#include "core/capture/foundcommand.h"
#include "core/capture/pipedinput.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr QByteArrayView formType("application/x-www-form-urlencoded");

//! One `curl` command: several requests where `--next` stands between them.
class CurlReader
{
public:
    explicit CurlReader(const FoundCommandLine &command)
        : m_command(&command)
        , m_inputs(command.inputs)
    {
    }
    QList<RequestDraft> read();

private:
    using Action = void (CurlReader::*)(const Literal &value);
    struct ActionRow
    {
        CurlUse use;
        Action act;
    };
    static const std::array<ActionRow, 21> actions;

    void scan(const Literal &value) { m_draft.rest.append(value); }
    void pass(const Literal &) { }
    void addFile(const Literal &name);
    void addHeader(const Literal &value);
    void addCookie(const Literal &value);
    void addUser(const Literal &value) { m_draft.users.append(value); }
    void addBearer(const Literal &value) { m_draft.addHeader("Authorization", value, "Bearer "); }
    void addData(const Literal &value);
    void addRawData(const Literal &value);
    void addEncodedData(const Literal &value);
    void addJson(const Literal &value);
    void addForm(const Literal &value);
    void addFormString(const Literal &value);
    void setMethod(const Literal &value) { m_draft.method = value.bytes().toByteArray(); }
    void addUrl(const Literal &value) { m_draft.urls.append(value); }
    void addQuery(const Literal &value) { m_draft.queries.append(value); }
    void setGet(const Literal &) { m_isGet = true; }
    void setHead(const Literal &) { m_isHead = true; }
    void setUpload(const Literal &) { m_isUpload = true; }
    void addReferer(const Literal &value) { m_draft.addHeader("Referer", value); }
    void addUserAgent(const Literal &value) { m_draft.addHeader("User-Agent", value); }
    void endRequest();
    void setImpliedMethod();

    const FoundCommandLine *m_command;
    QList<Literal> m_inputs; //!< For `@-`.
    QList<RequestDraft> m_drafts;
    RequestDraft m_draft;
    bool m_isGet = false;
    bool m_isHead = false;
    bool m_isUpload = false;
    bool m_isSent = false; //!< There are data, in the capture or in a file.
};

//! In the order of CurlUse, `Next` left out.
constexpr std::array<CurlReader::ActionRow, 21> CurlReader::actions{{
    {CurlUse::Scanned, &CurlReader::scan},
    {CurlUse::Name, &CurlReader::pass},
    {CurlUse::Header, &CurlReader::addHeader},
    {CurlUse::Cookie, &CurlReader::addCookie},
    {CurlUse::User, &CurlReader::addUser},
    {CurlUse::Bearer, &CurlReader::addBearer},
    {CurlUse::Data, &CurlReader::addData},
    {CurlUse::RawData, &CurlReader::addRawData},
    {CurlUse::EncodedData, &CurlReader::addEncodedData},
    {CurlUse::Json, &CurlReader::addJson},
    {CurlUse::Form, &CurlReader::addForm},
    {CurlUse::FormString, &CurlReader::addFormString},
    {CurlUse::Method, &CurlReader::setMethod},
    {CurlUse::Url, &CurlReader::addUrl},
    {CurlUse::Query, &CurlReader::addQuery},
    {CurlUse::Get, &CurlReader::setGet},
    {CurlUse::Head, &CurlReader::setHead},
    {CurlUse::Upload, &CurlReader::setUpload},
    {CurlUse::Referer, &CurlReader::addReferer},
    {CurlUse::UserAgent, &CurlReader::addUserAgent},
    {CurlUse::Next, nullptr},
}};

//! `@file` and `@-`: named, not followed.
bool isFile(const Literal &value)
{
    return value.bytes().startsWith('@');
}

void CurlReader::addFile(const Literal &name)
{
    if (name.size() > 0 && name.bytes() != "-")
        m_draft.files.append(name);
}

void CurlReader::addHeader(const Literal &value)
{
    if (isFile(value))
        addFile(value.sliced(1));
    else
        m_draft.addHeaderLine(value);
}

//! Without "=" it names a file.
void CurlReader::addCookie(const Literal &value)
{
    if (value.bytes().contains('=') || !value.gaps.isEmpty())
        m_draft.cookies.append(value);
    else
        addFile(value);
}

void CurlReader::addData(const Literal &value)
{
    m_isSent = true;
    if (!isFile(value))
        addRawData(value);
    else if (value.bytes() == "@-" && !m_inputs.isEmpty())
        addRawData(m_inputs.takeFirst());
    else
        addFile(value.sliced(1));
}

void CurlReader::addRawData(const Literal &value)
{
    m_isSent = true;
    if (m_draft.mediaType.isEmpty())
        m_draft.mediaType = formType.toByteArray();
    m_draft.bodies.append(value);
}

//! `content`, `=content`, `name=content`, `@file`, `name@file`; the content is not encoded yet.
void CurlReader::addEncodedData(const Literal &value)
{
    m_isSent = true;
    const qsizetype equals = value.bytes().indexOf('=');
    const qsizetype at = value.bytes().indexOf('@');
    if (equals > 0)
        m_draft.addParameter(CarrierType::Form, value.sliced(0, equals), value.sliced(equals + 1));
    else if (equals == 0 || at < 0)
        scan(value);
    else
        addFile(value.sliced(at + 1));
}

void CurlReader::addJson(const Literal &value)
{
    m_isSent = true;
    m_draft.mediaType = "application/json"_ba;
    addData(value);
}

//! `name=value;type=…`, `name="value"`, `name=@file`, `name=<file`.
void CurlReader::addForm(const Literal &value)
{
    m_isSent = true;
    const qsizetype equals = value.bytes().indexOf('=');
    const Literal content = value.sliced(equals + 1);
    if (equals < 0)
        return;
    if (isFile(content) || content.bytes().startsWith('<'))
        return addFile(content.sliced(1).split(';').first());
    const bool isQuoted = content.bytes().startsWith('"');
    const qsizetype end = content.bytes().indexOf(isQuoted ? '"' : ';', 1);
    const qsizetype from = isQuoted ? 1 : 0;
    m_draft.addParameter(CarrierType::Multipart, value.sliced(0, equals),
                         end < 0 ? content.sliced(from) : content.sliced(from, end - from));
}

void CurlReader::addFormString(const Literal &value)
{
    m_isSent = true;
    const qsizetype equals = value.bytes().indexOf('=');
    if (equals >= 0)
        m_draft.addParameter(CarrierType::Multipart, value.sliced(0, equals),
                             value.sliced(equals + 1));
}

//! --get puts the data behind the URL.
void CurlReader::setImpliedMethod()
{
    if (m_isGet) {
        m_draft.queries += std::exchange(m_draft.bodies, {});
        for (RequestDraft::Parameter &parameter : m_draft.parameters)
            parameter.carrier.type = CarrierType::Query;
    }
    if (!m_draft.method.isEmpty())
        return;
    if (m_isHead)
        m_draft.method = "HEAD"_ba;
    else if (m_isUpload)
        m_draft.method = "PUT"_ba;
    else
        m_draft.method = m_isSent && !m_isGet ? "POST"_ba : "GET"_ba;
}

void CurlReader::endRequest()
{
    setImpliedMethod();
    m_draft.span = m_command->span;
    m_drafts.append(std::exchange(m_draft, {}));
    m_isGet = m_isHead = m_isUpload = m_isSent = false;
}

QList<RequestDraft> CurlReader::read()
{
    OptionWalk walk(m_command->line.words, curlOptions());
    for (OptionWalk::Item item; walk.next(item);) {
        if (!item.row && looksLikeUrl(item.value.bytes()))
            addUrl(item.value);
        else if (!item.row)
            scan(item.value);
        else if (item.row->use == quint8(CurlUse::Next))
            endRequest();
        else
            (this->*actions[item.row->use].act)(item.value);
    }
    m_draft.rest += m_inputs;
    endRequest();
    return std::move(m_drafts);
}

} // namespace

bool beginsCurl(QByteArrayView text, qsizetype from)
{
    const bool isHere = findCommand(text, from, "curl"_L1).start >= 0;
    return (isHere || beginsPipedInput(text, from)) && !beginsEnvironment(text, from);
}

qsizetype readCurl(const SourceText &text, qsizetype from, Collector &collector)
{
    const auto find = [&text](qsizetype at) { return findCommand(text.bytes(), at, "curl"_L1); };
    std::optional<FoundCommandLine> command = readPipedCommand(text, from, find);
    if (const CommandPlace place = find(from); !command && place.start >= 0)
        command = readFoundCommand(text, from, place);
    return command ? finishCommand(*command, CurlReader(*command).read(), from, collector) : from;
}

} // namespace capture
