// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/pages/handmade.h"
#include "ui/session/outlooks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

capture::Sighting carried(const QByteArray &token, capture::CarrierType type, const QString &name)
{
    capture::Sighting sighting;
    sighting.token = token;
    sighting.carrier.type = type;
    sighting.carrier.name = name;
    return sighting;
}

capture::Sighting inAuthorization(const QByteArray &token)
{
    return carried(token, capture::CarrierType::Header, u"authorization"_s);
}

verdict::Evidence evidence()
{
    verdict::Evidence result;
    const auto key
        = jose::Key::fromSecret(*jose::decodeSecret(handmade::secret, jose::SecretEncoding::Utf8));
    result.given.append(jose::KeySet::of(*key, jose::KeyOrigin::Secret));
    return result;
}

} // namespace

class TestOutlooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signatureIsComputedWithTheEvidence();
    void sameTokenIsExaminedOnce();
    void placeOfTheTokenCounts();
    void clearedOnesAreExaminedAnew();
    void thousandsAreNotKept();
    void subjectIsTheBestNameThereIs_data();
    void subjectIsTheBestNameThereIs();
};

void TestOutlooks::signatureIsComputedWithTheEvidence()
{
    Outlooks outlooks;
    const QByteArray good = handmade::signedToken(handmade::payload());
    const verdict::Examination &seen = outlooks.of(inAuthorization(good), evidence());
    QCOMPARE(seen.token.text(), good);
    QVERIFY(seen.evidence.presentation.inAuthorizationHeader);
    QCOMPARE(verdict::judge(seen, {}, {}).signature, jose::SignatureStatus::Valid);
    const verdict::Examination &forged = outlooks.of(inAuthorization(good + 'A'), evidence());
    QVERIFY(verdict::judge(forged, {}, {}).signature != jose::SignatureStatus::Valid);
}

void TestOutlooks::sameTokenIsExaminedOnce()
{
    Outlooks outlooks;
    const QByteArray token = handmade::signedToken(handmade::payload());
    const verdict::Examination *first = &outlooks.of(inAuthorization(token), evidence());
    QCOMPARE(&outlooks.of(inAuthorization(token), evidence()), first);
}

void TestOutlooks::placeOfTheTokenCounts()
{
    Outlooks outlooks;
    const QByteArray token = handmade::signedToken(handmade::payload());
    QVERIFY(outlooks.of(inAuthorization(token), {}).evidence.presentation.inAuthorizationHeader);
    const auto cookie = carried(token, capture::CarrierType::Cookie, u"authorization"_s);
    QVERIFY(!outlooks.of(cookie, {}).evidence.presentation.inAuthorizationHeader);
    const auto other = carried(token, capture::CarrierType::Header, u"x-token"_s);
    QVERIFY(!outlooks.of(other, {}).evidence.presentation.inAuthorizationHeader);
}

void TestOutlooks::clearedOnesAreExaminedAnew()
{
    Outlooks outlooks;
    const auto sighting = inAuthorization(handmade::signedToken(handmade::payload()));
    QVERIFY(verdict::judge(outlooks.of(sighting, {}), {}, {}).signature
            != jose::SignatureStatus::Valid);
    outlooks.clear(); // keys have come
    QCOMPARE(verdict::judge(outlooks.of(sighting, evidence()), {}, {}).signature,
             jose::SignatureStatus::Valid);
}

void TestOutlooks::thousandsAreNotKept()
{
    Outlooks outlooks;
    const auto first = inAuthorization(handmade::signedToken(handmade::payload()));
    static_cast<void>(outlooks.of(first, {}));
    for (int i = 0; i < 1000; ++i)
        static_cast<void>(outlooks.of(inAuthorization("a.b." + QByteArray::number(i)), {}));
    // It had to give way: with other evidence it is another examination.
    QCOMPARE(verdict::judge(outlooks.of(first, evidence()), {}, {}).signature,
             jose::SignatureStatus::Valid);
}

void TestOutlooks::subjectIsTheBestNameThereIs_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("subject");
    QTest::newRow("user") << R"({"azp":"c","client_id":"b","sub":"a"})"_ba << u"a"_s;
    QTest::newRow("client") << R"({"azp":"c","client_id":"b"})"_ba << u"b"_s;
    QTest::newRow("authorized party") << R"({"azp":"c"})"_ba << u"c"_s;
    QTest::newRow("empty subject") << R"({"sub":"","client_id":"b"})"_ba << u"b"_s;
    QTest::newRow("nobody") << R"({"iss":"x"})"_ba << QString();
    QTest::newRow("a list") << R"({"sub":["a"]})"_ba << QString();
}

void TestOutlooks::subjectIsTheBestNameThereIs()
{
    QFETCH(const QByteArray, claims);
    QFETCH(const QString, subject);
    QCOMPARE(Outlooks::subjectOf(jose::Token::read(handmade::signedToken(claims))), subject);
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestOutlooks)
#include "tst_outlooks.moc"
