// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/credentials.h"
#include "core/capture/curloptions.h"
#include "core/capture/documentforms.h"
#include "core/capture/foundcommand.h"
#include "core/capture/pipedinput.h"

#include <QHash>
#include <QMap>

#include <algorithm>
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
    static const std::array<ActionRow, 22> actions;

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
    void setVariable(const Literal &value);
    void addArgument(const Literal &value);
    [[nodiscard]] bool goesOnWithHeader(const Literal &word);
    [[nodiscard]] Literal expanded(const Literal &value);
    [[nodiscard]] const Literal *variable(QByteArrayView name);
    void use(const OptionRow &row, const Literal &value);
    void endRequest();
    void setImpliedMethod();

    const FoundCommandLine *m_command;
    QList<Literal> m_inputs; //!< For `@-`.
    QHash<QByteArray, Literal> m_variables;
    QMap<QByteArray, Literal> m_unused; //!< With their names; in one order, whatever the run.
    qsizetype m_spendable = 64 * 1024; //!< Bytes that variables may still put in.
    QList<RequestDraft> m_drafts;
    RequestDraft m_draft;
    bool m_isGet = false;
    bool m_isHead = false;
    bool m_isUpload = false;
    bool m_isSent = false; //!< There are data, in the capture or in a file.
};

//! In the order of CurlUse, `Next` left out.
constexpr std::array<CurlReader::ActionRow, 22> CurlReader::actions{{
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
    {CurlUse::Variable, &CurlReader::setVariable},
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

//! `name=content`; of `name@file` and `%NAME` the capture has no more.
void CurlReader::setVariable(const Literal &value)
{
    const qsizetype equals = value.bytes().indexOf('=');
    if (equals <= 0)
        return;
    const bool isImported = value.bytes().startsWith('%');
    const QByteArray name = value.bytes().first(equals).sliced(isImported ? 1 : 0).toByteArray();
    m_variables.insert(name, value.sliced(equals + 1));
    m_unused.insert(name, value);
}

//! As long as there is some to spend: a variable can be used as often as it is long.
const Literal *CurlReader::variable(QByteArrayView name)
{
    const auto known = m_variables.constFind(name.toByteArray());
    if (known == m_variables.cend() || known->size() > m_spendable)
        return nullptr;
    m_spendable -= known->size();
    m_unused.remove(known.key());
    return &*known;
}

//! With `{{name}}` put in, whatever functions stand behind the name; it is a gap where `--variable`
//! did not set it.
Literal CurlReader::expanded(const Literal &value)
{
    const QByteArrayView bytes = value.bytes();
    Literal result = value.sliced(0, 0);
    qsizetype start = 0;
    for (qsizetype open = bytes.indexOf("{{"); open >= 0; open = bytes.indexOf("{{", start)) {
        const qsizetype close = bytes.indexOf("}}", open);
        if (close < 0)
            break;
        const QByteArrayView name = bytes.sliced(open + 2, close - open - 2);
        const Literal *known = variable(name.first(std::ranges::find(name, ':') - name.begin()));
        Literal gap = value.sliced(open, close + 2 - open);
        gap.gaps = {{0, gap.size()}};
        result.append(value.sliced(start, open - start));
        result.append(known ? *known : gap);
        start = close + 2;
    }
    result.append(value.sliced(start));
    return result;
}

//! `-H Authorization: Bearer eyJ…`, which nobody quoted: the next words were meant to belong to it.
bool CurlReader::goesOnWithHeader(const Literal &word)
{
    if (m_draft.headers.isEmpty())
        return false;
    Literal &value = m_draft.headers.last().value;
    const bool isOpen = value.bytes().isEmpty() ? isCredentialScheme(word.bytes())
                                                : isCredentialScheme(value.bytes());
    if (!isOpen || looksLikeUrl(word.bytes()))
        return false;
    if (!value.bytes().isEmpty())
        value.text.appendReplaced(" ", word.text.span(0, 0));
    value.append(word);
    return true;
}

void CurlReader::addArgument(const Literal &value)
{
    if (goesOnWithHeader(value))
        return;
    if (looksLikeUrl(value.bytes()))
        addUrl(value);
    else
        scan(value);
}

void CurlReader::use(const OptionRow &row, const Literal &value)
{
    if (row.use == quint8(CurlUse::Next))
        return endRequest();
    const bool isExpanded = row.name.startsWith("expand-"_L1);
    (this->*actions[row.use].act)(isExpanded ? expanded(value) : value);
}

QList<RequestDraft> CurlReader::read()
{
    OptionWalk walk(m_command->line.words, curlOptions());
    for (OptionWalk::Item item; walk.next(item);) {
        if (item.row)
            use(*item.row, item.value);
        else
            addArgument(item.value);
    }
    m_draft.rest += m_inputs + m_unused.values();
    endRequest();
    return std::move(m_drafts);
}

} // namespace

QList<RequestDraft> readCurlWords(const FoundCommandLine &command)
{
    return CurlReader(command).read();
}

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
    return command ? finishCommand(*command, readCurlWords(*command), from, collector) : from;
}

} // namespace capture
