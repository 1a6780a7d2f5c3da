// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/jsonwalk.h"

#include "core/capture/carryingrules.h"
#include "core/capture/hints.h"
#include "core/capture/lifetime.h"
#include "core/capture/logline.h"
#include "core/capture/logtime.h"
#include "core/capture/messagefields.h"
#include "core/capture/messagehead.h"
#include "core/capture/messagereader.h"
#include "core/capture/tokenscan.h"
#include "core/http/status.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr qsizetype mostPieces = 2'000'000;

CarrierType carrierTypeOf(JsonPlace place)
{
    switch (place) {
    case JsonPlace::Query:
        return CarrierType::Query;
    case JsonPlace::Form:
        return CarrierType::Form;
    case JsonPlace::Multipart:
        return CarrierType::Multipart;
    case JsonPlace::Storage:
        return CarrierType::Storage;
    case JsonPlace::Secret:
    case JsonPlace::SecretText:
        return CarrierType::Secret;
    default:
        break;
    }
    return CarrierType::Json;
}

//! The one name whose times are UTC by its makers' word where they tell no zone: Elastic Common
//! Schema, CloudWatch Logs Insights.
QByteArray withZone(const base::json::Value &time)
{
    constexpr qsizetype shortest = 19; // "2026-11-30 10:00:01"
    const QByteArray text = time.toUtf8();
    const bool hasNone = text.size() >= shortest && text[4] == '-' && text[13] == ':'
        && text.back() >= '0' && text.back() <= '9'
        && !QByteArrayView(text).sliced(shortest).contains('+')
        && !QByteArrayView(text).sliced(shortest).contains('-');
    return time.hasName("@timestamp") && hasNone ? text + 'Z' : text;
}

std::optional<base::Instant> timeOf(const base::json::Value &value)
{
    if (value.isString())
        return readLogTime(withZone(value));
    return value.isNumber() ? readLogTime(value.text()) : std::nullopt;
}

//! ["Authorization", "Bearer …"] in a list of such: fields, or the entries of an object.
bool isPairOfTexts(const base::json::Value &list)
{
    constexpr qsizetype longestName = 256;
    return !list.nameSpan().isValid() && list.size() == 2 && list.at(0).isString()
        && list.at(1).isString() && list.at(0).text().size() < longestName;
}

//! A name is one word, and no token itself.
bool isName(const base::json::Value &text)
{
    const QByteArrayView name = text.text();
    return !name.contains(' ') && !name.contains('\\') && nextCandidate(name, 0) < 0;
}

//! ["1796032801123000000", "level=info …"]: how Loki hands out what it was given.
bool isTimedLine(const base::json::Value &list)
{
    return readLogTime(list.at(0).toUtf8()).has_value();
}

} // namespace

void JsonWalk::run(qsizetype request, Side side)
{
    Frame around;
    around.end = m_text.size() + 1;
    around.side = side;
    around.request = request;
    around.ownsRequests = request < 0;
    around.name = m_text.sliced(0, 0);
    m_frames.append(around);
    const qsizetype count = qMin(m_document.valueCount(), mostPieces);
    for (qsizetype i = 0; i < count; ++i) {
        const Value value = m_document.value(i);
        if (value.span().start < m_skipTo)
            continue;
        while (m_frames.last().end <= value.span().start)
            m_frames.removeLast();
        if (value.isObject() || value.isArray())
            open(value);
        else if (value.isString())
            readString(value);
    }
}

//! The inside of a name or string, quotes left out.
SourceText JsonWalk::piece(const base::Span &quoted) const
{
    return jsonUnescaped(m_text.sliced(quoted.start + 1, qMax<qint64>(0, quoted.size() - 2)));
}

base::Span JsonWalk::sourceSpan(const base::Span &span) const
{
    return m_text.span(span.start, span.size());
}

void JsonWalk::open(const Value &container)
{
    const Frame &outer = m_frames.last();
    Frame frame = outer;
    frame.end = container.span().end;
    if (container.nameSpan().isValid()) {
        frame.name = piece(container.nameSpan());
        const QByteArrayView name = frame.name.bytes();
        frame.side = sideOf(name, outer.side);
        frame.isException = outer.isException || isExceptionName(name);
        // Lists of values stay in their place: {"headers": {"Authorization": ["Bearer …"]}}.
        const bool isList = container.isArray() && outer.place != JsonPlace::Plain;
        frame.place = isList ? outer.place : placeOf(name, outer.place);
        if (outer.isSecret && name == "data")
            frame.place = JsonPlace::Secret;
        else if (outer.isSecret && name == "stringData")
            frame.place = JsonPlace::SecretText;
        if (m_read.contains(container.span().start))
            frame.place = JsonPlace::Url;
    }
    frame.isSecret = false;
    frame.secretName = {};
    frame.isListed = outer.isListed || container.isArray();
    if (container.isObject())
        readObject(container, frame);
    else if (outer.isListed && isPairOfTexts(container))
        readTuple(container, frame);
    m_frames.append(frame);
}

void JsonWalk::readObject(const Value &object, Frame &frame)
{
    const JsonRecord record = JsonRecord::readWhole(object);
    if (record.isToken()) {
        const base::Span span = object.span();
        m_collector.sight(frame.request, {CarrierType::Json, frame.name.toString(), frame.side},
                          m_text.sliced(span.start, span.size()));
        m_skipTo = span.end;
        return;
    }
    // What a token endpoint answers, RFC 6749 section 5.1.
    if (frame.side == Side::Unknown && record.accessToken && record.expiresIn)
        frame.side = Side::Response;
    frame.isSecret = record.kind.isString() && record.kind.toUtf8() == "Secret";
    if (frame.ownsRequests && (record.isRequest() || record.isLogLine()))
        beginRequest(object, record, frame);
    else if (!frame.isListed && record.isRequest() && isUntold(frame.request))
        tellRequest(record, frame);
    if (record.credentialType.isString())
        frame.secretName = piece(record.credentialType.span());
    if (record.authType.isString() && record.authType.toUtf8() == "bearer")
        frame.place = JsonPlace::Bearer;
    if (record.isPair())
        readPair(record, frame);
    readError(object, record, frame);
    readLifetime(record, frame);
}

//! Only where a token can be: a list of a million requests without one helps nobody.
void JsonWalk::beginRequest(const Value &object, const JsonRecord &record, Frame &frame)
{
    if (!mayHoldToken(object.text()))
        return;
    frame.isAboutTokens = nextCandidate(object.text(), 0) >= 0;
    frame.request = m_collector.beginRequest(sourceSpan(object.span()));
    frame.ownsRequests = false;
    frame.isListed = false; // the record stands in a list; that is no matter to its members
    tellRequest(record, frame);
}

//! An entry of a log of which only the time is known so far: its text tells of the request.
bool JsonWalk::isUntold(qsizetype index) const
{
    const Request *request = m_collector.request(index);
    return request && request->method.isEmpty() && request->url.isEmpty() && request->status == 0;
}

void JsonWalk::tellRequest(const JsonRecord &record, Frame &frame)
{
    if (Request *request = m_collector.request(frame.request)) {
        request->method = record.method.toUtf8().toUpper();
        request->status = record.httpStatus();
        if (!request->time)
            request->time = timeOf(record.time);
    }
    if (!record.isRequest())
        return;
    if (record.host.isString())
        m_collector.setHost(frame.request, record.host.toUtf8());
    if (record.scheme.isString())
        m_collector.setScheme(frame.request, record.scheme.toUtf8());
    if (record.requestLine.isString())
        return readRequestLine(record.requestLine, frame);
    m_collector.url(frame.request, withBase(record));
    m_read.insert(record.url.span().start);
    if (record.urlObject)
        m_read.insert(record.urlObject.span().start);
}

//! axios and the like keep the URL as it was given and what it is relative to apart, and put one
//! slash between the two.
SourceText JsonWalk::withBase(const JsonRecord &record) const
{
    SourceText url = piece(record.url.span());
    const QByteArrayView bytes = url.bytes();
    if (!record.base.isString() || bytes.startsWith("//") || bytes.contains("://"))
        return url;
    SourceText whole = piece(record.base.span());
    if (!whole.bytes().contains("://"))
        return url;
    while (whole.bytes().endsWith('/'))
        whole = whole.sliced(0, whole.size() - 1);
    if (!bytes.startsWith('/'))
        whole.appendReplaced("/", url.span(0, 0));
    whole.append(url);
    return whole;
}

//! nginx's $request: "GET /path HTTP/1.1".
void JsonWalk::readRequestLine(const Value &line, Frame &frame)
{
    m_read.insert(line.span().start);
    const QList<SourceText> words = piece(line.span()).split(' ', 3);
    if (words.size() < 2)
        return;
    if (Request *request = m_collector.request(frame.request))
        request->method = words.first().bytes();
    m_collector.url(frame.request, words[1]);
}

void JsonWalk::readPair(const JsonRecord &record, const Frame &frame)
{
    m_read.insert(record.pairName.span().start);
    m_read.insert(record.pairValue.span().start);
    const NamedText pair{piece(record.pairName.span()), piece(record.pairValue.span())};
    const bool isCookie = frame.place == JsonPlace::Plain && record.domain.isString();
    hand(isCookie ? JsonPlace::Cookies : frame.place, pair, frame);
}

void JsonWalk::readTuple(const Value &list, Frame &frame)
{
    if (frame.place == JsonPlace::Plain && isTimedLine(list))
        return readTimedLine(list, frame);
    if (frame.place != JsonPlace::Headers && !isName(list.at(0)))
        return;
    m_read.insert(list.at(0).span().start);
    m_read.insert(list.at(1).span().start);
    hand(frame.place, {piece(list.at(0).span()), piece(list.at(1).span())}, frame);
}

void JsonWalk::readTimedLine(const Value &list, Frame &frame)
{
    if (!frame.ownsRequests || !mayHoldToken(list.at(1).text()))
        return;
    m_read.insert(list.at(0).span().start);
    m_read.insert(list.at(1).span().start);
    frame.request = m_collector.beginRequest(sourceSpan(list.span()));
    if (Request *request = m_collector.request(frame.request))
        request->time = timeOf(list.at(0));
    handPlain({messageName(list), piece(list.at(1).span())}, frame);
}

//! The name that stands for what programs say, where it has none.
SourceText JsonWalk::messageName(const Value &list) const
{
    SourceText name = m_text.sliced(list.span().start, 0);
    name.appendReplaced("message", sourceSpan(list.at(1).span()));
    return name;
}

void JsonWalk::readError(const Value &object, const JsonRecord &record, const Frame &frame)
{
    if (!record.error.isString())
        return;
    for (const base::Finding &finding : judgeErrorAnswer(
             record.error.toUtf8(), record.errorDescription.toUtf8(), sourceSpan(object.span())))
        m_collector.add(finding, frame.request);
}

//! The access token of a token response is handed over here already, so that it carries what its
//! expires_in says about it; when its turn comes, its place is known.
void JsonWalk::readLifetime(const JsonRecord &record, const Frame &frame)
{
    if (!record.accessToken.isString() || !record.expiresIn)
        return;
    const SourceText token = piece(record.accessToken.span()).trimmed();
    const std::optional<base::Finding> finding = judgeLifetime(
        token.bytes(),
        record.expiresIn.isString() ? record.expiresIn.toUtf8() : record.expiresIn.text());
    if (finding)
        m_collector.sight(frame.request, {CarrierType::Json, record.accessToken.name(), frame.side},
                          token, {*finding});
}

void JsonWalk::readString(const Value &value)
{
    const Frame &frame = m_frames.last();
    if (m_read.contains(value.span().start))
        return;
    // {"access_token": {"value": "…"}}, as Terraform and others wrap what they hold.
    const bool isWrapped = value.hasName("value") && !frame.isListed && !frame.name.isEmpty();
    SourceText name = frame.name;
    if (value.hasName("secret") && !frame.secretName.isEmpty())
        name = frame.secretName;
    else if (value.nameSpan().isValid() && !isWrapped)
        name = piece(value.nameSpan());
    if (value.nameSpan().isValid() || !handLine(name.bytes(), piece(value.span()), frame))
        hand(frame.place, {name, piece(value.span())}, frame);
}

//! An element of {"headers": ["name: value"]} or {"Env": ["NAME=value"]}; false for any other.
bool JsonWalk::handLine(QByteArrayView list, const SourceText &line, const Frame &frame)
{
    const bool isField
        = frame.place == JsonPlace::Headers && placeOf(list, JsonPlace::Plain) == frame.place;
    const bool isVariable = frame.place == JsonPlace::Plain && isVariablesName(list);
    const qsizetype at = isField ? fieldColon(line.bytes())
        : isVariable             ? line.bytes().indexOf('=')
                                 : -1;
    if (at <= 0)
        return false;
    const NamedText pair{line.sliced(0, at), line.sliced(at + 1)};
    if (isField)
        hand(frame.place, pair, frame);
    else
        m_collector.parameter(frame.request,
                              {CarrierType::Environment, pair.name.toString(), frame.side},
                              pair.value);
    return true;
}

void JsonWalk::hand(JsonPlace place, const NamedText &member, const Frame &frame)
{
    switch (place) {
    case JsonPlace::Url:
        return;
    case JsonPlace::Plain:
        return handPlain(member, frame);
    case JsonPlace::Headers:
        return m_collector.header(frame.request,
                                  frame.side == Side::Unknown ? Side::Request : frame.side,
                                  member.name, member.value);
    case JsonPlace::Cookies:
        return m_collector.cookie(frame.request, frame.side, member.name, member.value);
    case JsonPlace::Secret:
        return handSecret(member, frame);
    case JsonPlace::Bearer:
        return handBearer(member, frame);
    default:
        break;
    }
    m_collector.parameter(frame.request, {carrierTypeOf(place), member.name.toString(), frame.side},
                          member.value);
}

//! What the program sends as `Authorization: Bearer …`.
void JsonWalk::handBearer(const NamedText &member, const Frame &frame)
{
    const Carrier carrier{CarrierType::Header, u"Authorization"_s, Side::Request};
    if (member.name.bytes() != "token")
        return;
    m_collector.parameter(frame.request, carrier, member.value);
}

void JsonWalk::handPlain(const NamedText &member, const Frame &frame)
{
    const QByteArrayView name = member.name.bytes();
    const QByteArrayView header = headerNameOf(name);
    if (!header.isEmpty()) {
        const bool isWritten = name.compare(header, Qt::CaseInsensitive) == 0;
        SourceText standard = member.name.sliced(0, 0);
        standard.appendReplaced(header, member.name.span());
        const Side side = frame.side == Side::Unknown ? sideOf(header) : frame.side;
        return m_collector.header(frame.request, side, isWritten ? member.name : standard,
                                  member.value);
    }
    const QByteArrayView value = member.value.bytes();
    const bool isSentence = value.contains(' ');
    const bool isMessage = isSentence && isMessageName(name);
    const bool isTelling = isMessage
        || ((isSentence || value.contains('_')) // "jwt_is_expired"
            && (frame.isException || isErrorName(name)));
    if (isTelling && isListening(frame))
        m_collector.remark(frame.request, member.value, frame.isAboutTokens);
    if (isBodyName(name) && (value.contains('=') || value.contains('\n')))
        return m_collector.body(frame.request, frame.side, member.value, {});
    if (readMessageValue(member.value, frame.request, m_collector))
        return;
    if (isMessage && !value.trimmed().startsWith('{')) {
        if (!readLogLine(member.value, frame.request, m_collector))
            m_collector.text(frame.request, frame.side, member.value);
        return;
    }
    m_collector.parameter(frame.request, {CarrierType::Json, member.name.toString(), frame.side},
                          member.value);
}

//! What an answer that went well says is for people: texts of pages, translations. GraphQL answers
//! so whatever happened, and 101 tells nothing of what came over the WebSocket.
bool JsonWalk::isListening(const Frame &frame) const
{
    const Request *request = m_collector.request(frame.request);
    const bool isFine = request && request->status >= 200 && !http::isErrorStatus(request->status);
    return !isFine || frame.side != Side::Response || frame.name.bytes() == "errors";
}

//! RFC 4648 section 4 as Kubernetes uses it; a value that is no base64 is read as it stands.
void JsonWalk::handSecret(const NamedText &member, const Frame &frame)
{
    const Carrier carrier{CarrierType::Secret, member.name.toString(), frame.side};
    const std::optional<SourceText> decoded = base64Decoded(member.value);
    m_collector.parameter(frame.request, carrier, decoded ? *decoded : member.value);
}

} // namespace capture
