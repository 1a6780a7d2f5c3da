// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/keysmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using jose::Match;

namespace ui {

namespace {

// RFC 7517 appendix A.1, and a member that is no key.
const QByteArray keySet = R"({"keys":[
{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
 "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"enc","kid":"1"},
{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
 "e":"AQAB","alg":"RS256","kid":"2011-04-29"},
{"kty":"RSA","kid":"broken"}]})";

jose::KeySet keys()
{
    return jose::KeySet::fromJson(keySet, jose::KeyOrigin::File).value();
}

jose::Attempt attempt(qsizetype entry, Match match)
{
    jose::Attempt result;
    result.entry = entry;
    result.match = match;
    result.label = keys().entries().at(entry).label;
    return result;
}

verdict::Examination examination(const QList<jose::Attempt> &attempts, qsizetype verifiedBy = -1)
{
    verdict::Examination result;
    result.evidence.given = {keys()};
    jose::SignatureResult signature;
    signature.attempts = attempts;
    signature.verifiedBy = verifiedBy;
    result.signatures = {signature};
    return result;
}

QString resultOf(const KeysModel &model, int row)
{
    return model.index(row, KeysModel::ResultColumn).data().toString();
}

} // namespace

class TestKeysModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyHasARowAndAReason();
    void verifiedKeyIsNamed();
    void brokenKeyIsShownWithItsProblem();
    void factsOfAKey();
    void keysAreListedBeforeThereIsASignature();
    void stoppedSignatureIsTheReason();
    void keysOfAnotherIssuerAreListedAndSaySo();
    void keyOfTheTokenIsNotTakenForAnother();
    void nothingToShow();
};

void TestKeysModel::everyKeyHasARowAndAReason()
{
    KeysModel model;
    const QAbstractItemModelTester tester(&model);
    model.setExamination(
        examination({attempt(0, Match::KeyTypeDiffers), attempt(1, Match::WrongSignature),
                     attempt(2, Match::Unusable)}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.verifiedRow(), -1);
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(!model.index(row, KeysModel::KeyColumn).data().toString().isEmpty());
        QVERIFY(!model.index(row, KeysModel::ResultColumn).data().toString().isEmpty());
    }
    QCOMPARE(model.index(1, 0).data(KeysModel::MatchRole).toInt(),
             static_cast<int>(Match::WrongSignature));
}

void TestKeysModel::verifiedKeyIsNamed()
{
    KeysModel model;
    model.setExamination(
        examination({attempt(0, Match::KidDiffers), attempt(1, Match::Verified)}, 1));
    QCOMPARE(model.verifiedRow(), 1);
    QCOMPARE(model.index(1, KeysModel::KeyColumn).data().toString(), u"2011-04-29"_s);
    QCOMPARE(model.index(1, KeysModel::TypeColumn).data().toString(), u"RSA 2048"_s);
    QCOMPARE(model.index(1, KeysModel::AlgorithmColumn).data().toString(), u"RS256"_s);
}

void TestKeysModel::brokenKeyIsShownWithItsProblem()
{
    KeysModel model;
    const QAbstractItemModelTester tester(&model);
    model.setExamination(examination({attempt(2, Match::Unusable)}));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.index(0, 0).data(KeysModel::ProblemRole).toString().isEmpty());
    QCOMPARE(model.index(0, KeysModel::TypeColumn).data().toString(), QString());
    QVERIFY(!model.index(0, 0).data(KeysModel::ThumbprintRole).isValid());
}

void TestKeysModel::factsOfAKey()
{
    KeysModel model;
    model.setExamination(examination({attempt(0, Match::UseDiffers), attempt(1, Match::Verified)}));
    QCOMPARE(model.index(0, 0).data(KeysModel::UseRole).toString(), u"enc"_s);
    QCOMPARE(model.index(0, KeysModel::TypeColumn).data().toString(), u"EC P-256"_s);
    // RFC 7638 section 3.1 gives the thumbprint of this very key.
    QCOMPARE(model.index(1, 0).data(KeysModel::ThumbprintRole).toString(),
             u"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"_s);
    QVERIFY(model.index(1, 0).data(KeysModel::JsonRole).toString().contains(u"\"AQAB\""_s));
    QVERIFY(model.entry(3) == nullptr);
}

void TestKeysModel::keysAreListedBeforeThereIsASignature()
{
    KeysModel model;
    verdict::Examination bare;
    bare.evidence.given = {keys()};
    model.setExamination(bare);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data(KeysModel::MatchRole).toInt(),
             static_cast<int>(Match::NotTried));
    QVERIFY(resultOf(model, 0).contains(u"no signature"_s));
    QVERIFY(!resultOf(model, 2).contains(u"not tried"_s)); // it cannot be read, signature or not
}

void TestKeysModel::stoppedSignatureIsTheReason()
{
    KeysModel model;
    model.setExamination(examination({}));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(resultOf(model, 0).contains(u"Checks says why"_s));
}

//! OpenID Connect Discovery 4.3: they prove nothing about the issuer that was asked.
void TestKeysModel::keysOfAnotherIssuerAreListedAndSaySo()
{
    verdict::Examination mixed = examination({attempt(0, Match::WrongSignature)});
    mixed.evidence.snapshot.emplace();
    mixed.evidence.snapshot->keys = jose::KeySet::fromJson(keySet, jose::KeyOrigin::Issuer).value();
    mixed.evidence.snapshot->issuerMatch = oidc::IssuerMatch::Different;
    KeysModel model;
    const QAbstractItemModelTester tester(&model);
    model.setExamination(mixed);
    QCOMPARE(model.rowCount(), 4); // the given one that was tried, and the issuer's three
    QVERIFY(!resultOf(model, 0).contains(u"not tried"_s));
    QVERIFY(resultOf(model, 1).contains(u"names another issuer"_s));
    QCOMPARE(model.index(1, KeysModel::OriginColumn).data().toString(), u"issuer"_s);
    mixed.evidence.snapshot->issuerMatch = oidc::IssuerMatch::Same;
    model.setExamination(mixed);
    QCOMPARE(model.rowCount(), 1);
}

void TestKeysModel::keyOfTheTokenIsNotTakenForAnother()
{
    KeysModel model;
    jose::Attempt own = attempt(0, Match::NeverForPass);
    own.origin = jose::KeyOrigin::Token;
    own.label = u"jwk"_s;
    model.setExamination(examination({own}));
    QCOMPARE(model.index(0, KeysModel::KeyColumn).data().toString(), u"jwk"_s);
    QCOMPARE(model.index(0, KeysModel::TypeColumn).data().toString(), QString());
}

void TestKeysModel::nothingToShow()
{
    KeysModel model;
    const QAbstractItemModelTester tester(&model);
    model.setExamination(examination({attempt(0, Match::NotTried)}));
    model.setExamination({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.verifiedRow(), -1);
    QCOMPARE(model.headerData(KeysModel::ResultColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
             KeysModel::tr("Result"));
}

} // namespace ui

QTEST_GUILESS_MAIN(ui::TestKeysModel)
#include "tst_keysmodel.moc"
