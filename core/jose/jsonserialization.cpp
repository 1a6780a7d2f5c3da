// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/partreader.h"
#include "core/jose/tokencontent.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace jose {

using base::json::Value;

namespace {

//! Each signature has a signing input as long as the payload: without a limit a small text could
//! ask for a lot of memory.
constexpr qsizetype signatureLimit = 64;

//! So many a person may want to read; a hostile text could have a million.
constexpr qsizetype problemLimit = 64;

QString text(QByteArrayView name)
{
    return QString::fromUtf8(name);
}

//! Reads one JSON serialization, listing what is wrong with it.
class Reader
{
public:
    explicit Reader(TokenContent &content)
        : m_content(content)
        , m_root(content.envelope.root())
    {
        m_content.problems = content.envelope.problems();
        listDuplicates(m_root);
    }

    void readSignatures();
    void readEncryption();

private:
    [[nodiscard]] QList<Value> objectsIn(QByteArrayView arrayName);
    [[nodiscard]] SignatureBlock blockFrom(const Value &object);
    [[nodiscard]] Part payload(bool unencoded);
    [[nodiscard]] Part part(const Value &object, QByteArrayView name);
    [[nodiscard]] Value headerIn(const Value &object, QByteArrayView name);
    void listMissingSignature(const SignatureBlock &block, const Value &object);
    void listMixed(const Value &first, const Value &second);
    void listDuplicates(const Value &object);
    void list(QLatin1StringView id, const QString &detail, const base::Span &where);

    TokenContent &m_content;
    Value m_root;
};

//! The characters of a JSON string and where they stand between its quotes.
TracedText charactersOf(const Value &string)
{
    const QByteArrayView quoted = string.text();
    return unescapedJson(quoted.sliced(1, quoted.size() - 2));
}

base::Span insideQuotes(const Value &string)
{
    return {string.span().start + 1, string.span().end - 1};
}

QByteArray signingInput(const SignatureBlock &block, const Value &protectedHeader,
                        const Value &payload)
{
    const bool isSealed = block.protectedHeader.present;
    return (isSealed ? charactersOf(protectedHeader).bytes() : QByteArray()) + '.'
        + (payload.isString() ? charactersOf(payload).bytes() : QByteArray());
}

void Reader::list(QLatin1StringView id, const QString &detail, const base::Span &where)
{
    const base::Error problem{id, detail, where.start};
    if (m_content.problems.size() < problemLimit && !m_content.problems.contains(problem))
        m_content.problems.append(problem);
}

void Reader::listDuplicates(const Value &object)
{
    QSet<QString> seen;
    for (const Value &member : object) {
        const QString name = member.name();
        if (seen.contains(name))
            list("token.json_duplicate"_L1, name, member.nameSpan());
        seen.insert(name);
    }
}

void Reader::listMixed(const Value &first, const Value &second)
{
    QSet<QString> names;
    for (const Value &member : first)
        names.insert(member.name());
    for (const Value &member : second) {
        if (names.contains(member.name()))
            list("token.mixed_headers"_L1, member.name(), member.nameSpan());
    }
}

Part Reader::part(const Value &object, QByteArrayView name)
{
    const Value value = object.member(name);
    if (value.isString())
        return readPart(charactersOf(value), insideQuotes(value));
    if (value)
        list("token.json_member"_L1, text(name), value.span());
    return {};
}

Value Reader::headerIn(const Value &object, QByteArrayView name)
{
    const Value header = object.member(name);
    if (header && !header.isObject())
        list("token.json_member"_L1, text(name), header.span());
    return header;
}

QList<Value> Reader::objectsIn(QByteArrayView arrayName)
{
    const Value array = m_root.member(arrayName);
    if (!array.isArray()) {
        list("token.json_member"_L1, text(arrayName), array.span());
        return {};
    }
    QList<Value> objects;
    for (const Value &element : array) {
        if (!element.isObject())
            list("token.json_member"_L1, text(arrayName), element.span());
        else if (objects.size() < signatureLimit)
            objects.append(element);
    }
    if (array.size() > signatureLimit)
        list("token.signatures"_L1, QString::number(array.size()), array.span());
    return objects;
}

void Reader::listMissingSignature(const SignatureBlock &block, const Value &object)
{
    const Value signature = object.member("signature");
    const bool isEmpty = !signature || (signature.isString() && block.signature.span.size() == 0);
    const bool isUnsecured = block.signature.present && block.algorithm() == "none";
    if (isEmpty && !isUnsecured)
        list("token.signature_missing"_L1, {}, object.span());
}

SignatureBlock Reader::blockFrom(const Value &object)
{
    SignatureBlock block;
    block.envelope = m_content.envelope;
    block.protectedHeader = part(object, "protected");
    if (block.protectedHeader.present)
        block.protectedHeader = withJson(block.protectedHeader);
    block.unprotectedHeader = headerIn(object, "header");
    if (!object.member("protected") && !block.unprotectedHeader)
        list("token.json_member"_L1, u"protected"_s, object.span());
    listMixed(block.protectedHeader.json.root(), block.unprotectedHeader);
    block.signature = part(object, "signature");
    listMissingSignature(block, object);
    block.signingInput = signingInput(block, object.member("protected"), m_root.member("payload"));
    return block;
}

Part Reader::payload(bool unencoded)
{
    const Value value = m_root.member("payload");
    const bool isRaw = unencoded && value.isString();
    const Part payload = isRaw ? readUnencodedPart(charactersOf(value), insideQuotes(value))
                               : part(m_root, "payload");
    if (!value || (payload.present && payload.span.size() == 0))
        list("token.payload_detached"_L1, {}, value ? value.span() : m_root.span());
    return payload.present ? withJson(payload) : payload;
}

void Reader::readSignatures()
{
    const bool isGeneral = m_content.form == Form::GeneralJson;
    for (const Value &object : isGeneral ? objectsIn("signatures") : QList<Value>{m_root}) {
        if (isGeneral)
            listDuplicates(object);
        m_content.signatures.append(blockFrom(object));
    }
    // RFC 7515 section 7.2.2: the two syntaxes exclude each other.
    for (const char *name : {"signature", "protected", "header"}) {
        const Value member = isGeneral ? m_root.member(name) : Value();
        if (member)
            list("token.json_member"_L1, text(name), member.span());
    }
    const SignatureBlock first = m_content.signatures.value(0);
    m_content.parts
        = {first.protectedHeader, payload(saysUnencoded(first.protectedHeader)), first.signature};
    if (m_content.signatures.isEmpty())
        list("token.signature_missing"_L1, {}, m_root.span());
}

void Reader::readEncryption()
{
    const Part header = part(m_root, "protected");
    m_content.parts = {header.present ? withJson(header) : header};
    const Value sealed = m_content.parts.constFirst().json.root();
    const Value shared = headerIn(m_root, "unprotected");
    listMixed(sealed, shared);
    QList<Value> recipients{m_root};
    if (m_root.member("recipients"))
        recipients = objectsIn("recipients");
    for (const Value &recipient : recipients) {
        const Value own = headerIn(recipient, "header");
        listMixed(sealed, own);
        listMixed(shared, own);
    }
    m_content.parts.append(part(recipients.value(0), "encrypted_key"));
    for (const char *name : {"iv", "ciphertext", "tag"})
        m_content.parts.append(part(m_root, name));
}

} // namespace

void readJsonSigned(TokenContent &content)
{
    Reader(content).readSignatures();
}

void readJsonEncrypted(TokenContent &content)
{
    Reader(content).readEncryption();
}

} // namespace jose
