// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/token.h"

#include "core/jose/headerfacts.h"
#include "core/jose/partreader.h"
#include "core/jose/tokencontent.h"

using namespace Qt::Literals::StringLiterals;

namespace jose {

using base::json::Document;
using base::json::Value;

namespace {

constexpr int nestingLimit = 8;

void readJson(TokenContent &content)
{
    content.envelope = Document::read(content.text);
    content.form = shape::formOf(content.envelope.root());
    if (content.form == Form::EncryptedJson)
        readJsonEncrypted(content);
    else if (content.form != Form::Opaque)
        readJsonSigned(content);
}

void readCompact(TokenContent &content)
{
    const shape::Cut cut = shape::cutAtDots(content.text);
    content.form = shape::formOf(content.text, cut);
    if (content.form == Form::Encrypted)
        readEncrypted(content, cut);
    else if (content.form == Form::Compact)
        readSigned(content, cut);
}

//! RFC 7519 section 5.2: `cty` announces a token in the payload; it is looked for without, too.
bool hasNestedToken(const TokenContent &content)
{
    if (content.signatures.isEmpty() || !content.parts.at(1).present)
        return false;
    const QByteArray &payload = content.parts.at(1).bytes;
    if (shape::looksLikeJson(payload))
        return false;
    const shape::Cut cut = shape::cutAtDots(payload);
    const bool isAnnounced = mediaType(content.signatures.constFirst().header("cty")) == "jwt"_L1;
    return isAnnounced ? shape::formOf(payload, cut) != Form::Opaque
                       : shape::looksLikeNested(payload, cut);
}

const Part &absentPart()
{
    static const Part absent;
    return absent;
}

} // namespace

struct Token::Data final : TokenContent
{
};

Token::Token()
{
    static const auto empty = std::make_shared<const Data>();
    m_data = empty;
}

Token::Token(const Token &other) = default;
// A token that was moved from may still be asked: it is an empty one.
Token::Token(Token &&other) noexcept
    : Token()
{
    m_data.swap(other.m_data);
}
Token &Token::operator=(const Token &other) = default;
Token &Token::operator=(Token &&other) noexcept
{
    m_data.swap(other.m_data);
    return *this;
}
Token::~Token() = default;

Token Token::read(QByteArray text)
{
    return readAtLevel(std::move(text), 0);
}

Token Token::readAtLevel(QByteArray text, int level)
{
    if (text.isEmpty())
        return {};
    const auto data = std::make_shared<Data>();
    data->text = std::move(text);
    if (shape::looksLikeJson(data->text))
        readJson(*data);
    else
        readCompact(*data);
    if (level < nestingLimit && hasNestedToken(*data))
        data->nested
            = std::make_shared<const Token>(readAtLevel(data->parts.at(1).bytes, level + 1));
    Token token;
    token.m_data = data;
    return token;
}

const QByteArray &Token::text() const
{
    return m_data->text;
}

Form Token::form() const
{
    return m_data->form;
}

const QList<base::Error> &Token::problems() const
{
    return m_data->problems;
}

const QList<Part> &Token::parts() const
{
    return m_data->parts;
}

const Part &Token::payload() const
{
    const bool isEncrypted = form() == Form::Encrypted || form() == Form::EncryptedJson;
    return isEncrypted || parts().isEmpty() ? absentPart() : parts().at(1);
}

const QList<SignatureBlock> &Token::signatures() const
{
    return m_data->signatures;
}

const Part &Token::header() const
{
    return parts().isEmpty() ? absentPart() : parts().constFirst();
}

Value Token::claims() const
{
    const Value root = payload().json.root();
    return root.isObject() ? root : Value();
}

const Document &Token::envelope() const
{
    return m_data->envelope;
}

std::shared_ptr<const Token> Token::nested() const
{
    return m_data->nested;
}

bool Token::hasUnencodedPayload() const
{
    return payload().present && !payload().encoded;
}

Value SignatureBlock::header(QByteArrayView name) const
{
    const Value sealed = protectedHeader.json.root().member(name);
    return sealed ? sealed : unprotectedHeader.member(name);
}

QByteArray SignatureBlock::algorithm() const
{
    return header("alg").toUtf8();
}

} // namespace jose
