// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/pages/handmade.h"
#include "ui/pages/inspect/tokenlinks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

jose::Token token(const QByteArray &payload = handmade::payload())
{
    return jose::Token::read(handmade::signedToken(payload));
}

int partOf(const QString &subject, const jose::Token &token)
{
    base::Finding finding;
    finding.subject = subject;
    return tokenlinks::partOf(finding, token);
}

} // namespace

class TestTokenLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsHaveTheirOwnColours();
    void colorsBeginWhereTheTokenBegins();
    void encryptedTokenHasFiveParts();
    void opaqueTextHasNoParts();
    void subjectsStandInTheirParts();
    void audiencesAndClientsAreSuggested();
    void suggestionsAreFew();
    void absentClaimsAreExplained();
};

void TestTokenLinks::partsHaveTheirOwnColours()
{
    const QList<TextSpan> spans = tokenlinks::partColors(token(), 0);
    QCOMPARE(spans.size(), 3);
    QCOMPARE(spans.at(0).role, ColorRole::TokenHeader);
    QCOMPARE(spans.at(1).role, ColorRole::TokenPayload);
    QCOMPARE(spans.at(2).role, ColorRole::TokenSignature);
    QCOMPARE(spans.at(1).bytes.start, spans.at(0).bytes.end + 1); // the dot
    QCOMPARE(spans.at(2).bytes.end, token().text().size());
}

void TestTokenLinks::colorsBeginWhereTheTokenBegins()
{
    QCOMPARE(tokenlinks::partColors(token(), 22).first().bytes.start, 22);
}

void TestTokenLinks::encryptedTokenHasFiveParts()
{
    const QByteArray text
        = handmade::encoded(R"({"alg":"RSA-OAEP","enc":"A128GCM"})") + ".a1.b2.c3.d4";
    QCOMPARE(tokenlinks::partColors(jose::Token::read(text), 0).size(), 5);
}

void TestTokenLinks::opaqueTextHasNoParts()
{
    const jose::Token opaque = jose::Token::read("opaque");
    QVERIFY(tokenlinks::partColors(opaque, 0).isEmpty());
    QCOMPARE(tokenlinks::headerPart(opaque), -1);
    QCOMPARE(tokenlinks::payloadPart(opaque), -1);
}

void TestTokenLinks::subjectsStandInTheirParts()
{
    QCOMPARE(partOf(u"alg"_s, token()), 0);
    QCOMPARE(partOf(u"typ"_s, token()), 0);
    QCOMPARE(partOf(u"header"_s, token()), 0);
    QCOMPARE(partOf(u"aud"_s, token()), 1);
    QCOMPARE(partOf(u"my_own"_s, token()), 1);
}

void TestTokenLinks::audiencesAndClientsAreSuggested()
{
    QCOMPARE(tokenlinks::audiences(token()), QStringList{u"https://demo.example"_s});
    QCOMPARE(tokenlinks::clientIds(token()), (QStringList{u"app"_s, u"https://demo.example"_s}));
}

void TestTokenLinks::suggestionsAreFew()
{
    QByteArray payload = R"({"aud":["a")";
    for (int i = 0; i < 5000; ++i)
        payload += ",\"" + QByteArray::number(i) + '"';
    QVERIFY(tokenlinks::audiences(token(payload + "]}")).size() <= 20);
}

void TestTokenLinks::absentClaimsAreExplained()
{
    verdict::Examination examination;
    examination.kind.kind = verdict::Kind::Jwe;
    QVERIFY(tokenlinks::noClaimsText(examination).contains(u"Encrypted"_s));
    examination.kind.kind = verdict::Kind::Opaque;
    QVERIFY(tokenlinks::noClaimsText(examination).contains(u"no JSON Web Token"_s));
    examination.token = token("not JSON");
    QVERIFY(tokenlinks::noClaimsText(examination).contains(u"Bytes"_s));
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestTokenLinks)
#include "tst_tokenlinks.moc"
