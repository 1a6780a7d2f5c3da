// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/jose/headercheck.h"

#include "tests/core/jose/joseblocks.h"

//! What is refused before a key is looked at: RFC 7515 sections 4.1.11 and 5.2, RFC 7797.
using namespace Qt::Literals::StringLiterals;
using namespace josetest;

namespace {

QString refusalOf(const jose::SignatureBlock &block)
{
    const auto facts = jose::checkHeader(block);
    return facts.refusal ? facts.refusal->reason + u' ' + facts.refusal->detail : u"none"_s;
}

} // namespace

class tst_HeaderCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesHeaders_data();
    void judgesHeaders();
    void judgesUnprotectedHeaders_data();
    void judgesUnprotectedHeaders();
    void readsAlgorithmAndKid();
    void needsSomeHeader();
    void pointsIntoABrokenHeader();
    void keepsTheAlgorithmOfARefusedToken();
    void verifierGivesTheReason();
};

void tst_HeaderCheck::judgesHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *header, const char *refusal) {
        QTest::newRow(header) << QByteArray(header) << QString::fromUtf8(refusal);
    };
    row(R"({"alg":"RS256"})", "none");
    row(R"({"alg":"RS256","kid":"a","typ":"JWT","typ":"JWT"})", "none");
    row(R"({"\u0061lg":"RS256"})", "none");
    row(R"({})", "algorithm.missing ");
    row(R"({"alg":null})", "algorithm.type null");
    row(R"({"alg":256})", "algorithm.type 256");
    row(R"({"alg":["RS256"]})", "algorithm.type [\"RS256\"]");
    row(R"({"alg":""})", "algorithm.unknown ");
    row(R"({"alg":"rs256"})", "algorithm.unknown rs256");
    row(R"({"alg":"RSA-OAEP"})", "algorithm.unknown RSA-OAEP");
    row(R"({"alg":"none"})", "algorithm.none none");
    row(R"({"alg":"nOnE"})", "algorithm.unknown nOnE");
    row(R"({"alg":"RS256","kid":1})", "kid.type 1");
    row(R"({"alg":"RS256","kid":null})", "kid.type null");
    row(R"({"alg":"RS256","kid":["a"]})", "kid.type [\"a\"]");

    row(R"({"alg":"RS256","alg":"RS256"})", "header.malformed alg");
    row(R"({"alg":"none","\u0061lg":"RS256"})", "header.malformed alg");
    row(R"({"alg":"RS256","kid":"a","kid":"b"})", "header.malformed kid");
    row(R"({"alg":"RS256","crit":["b64"],"crit":["b64"],"b64":true})", "header.malformed crit");
    row(R"({"alg":"RS256","b64":true,"b64":false})", "header.malformed b64");
    row(R"({"alg":"RS256")", "header.malformed json.syntax");
    row(R"({"alg":"RS256"} )"
        "x",
        "header.malformed json.trailing");
    row("[]", "header.malformed json.type");
    row("null", "header.malformed json.type");
    row("", "header.malformed json.empty");
    row("\xef\xbb\xbf{\"alg\":\"RS256\"}", "header.malformed json.bom");

    row(R"({"alg":"RS256","crit":[]})", "crit.empty ");
    row(R"({"alg":"RS256","crit":"b64","b64":true})", "crit.type \"b64\"");
    row(R"({"alg":"RS256","crit":null})", "crit.type null");
    row(R"({"alg":"RS256","crit":{"b64":true}})", "crit.type {\"b64\":true}");
    row(R"({"alg":"RS256","crit":[1]})", "crit.type 1");
    row(R"({"alg":"RS256","crit":["b64","b64"],"b64":true})", "crit.duplicate b64");
    row(R"({"alg":"RS256","crit":["alg"]})", "crit.registered alg");
    row(R"({"alg":"RS256","crit":["crit"]})", "crit.registered crit");
    row(R"({"alg":"RS256","crit":["typ"],"typ":"JWT"})", "crit.registered typ");
    row(R"({"alg":"RS256","crit":["exp"]})", "crit.absent_member exp");
    row(R"({"alg":"RS256","crit":["b64"]})", "crit.absent_member b64");
    row(R"({"alg":"RS256","crit":["exp"],"exp":1})", "crit.unknown exp");
    row(R"({"alg":"RS256","crit":["b64","exp"],"b64":true,"exp":1})", "crit.unknown exp");
    row(R"({"alg":"RS256","crit":["B64"],"B64":true})", "crit.unknown B64");

    row(R"({"alg":"RS256","crit":["b64"],"b64":false})", "none");
    row(R"({"alg":"RS256","crit":["b64"],"b64":true})", "none");
    row(R"({"alg":"RS256","b64":true})", "none");
    row(R"({"alg":"RS256","b64":false})", "b64.without_crit b64");
    row(R"({"alg":"RS256","b64":null})", "b64.type null");
    row(R"({"alg":"RS256","crit":["b64"],"b64":"false"})", "b64.type \"false\"");
    row(R"({"alg":"RS256","crit":["b64"],"b64":0})", "b64.type 0");
}

void tst_HeaderCheck::judgesHeaders()
{
    QFETCH(const QByteArray, header);
    QTEST(refusalOf(blockWithHeader(header)), "refusal");
}

// RFC 7515 section 7.2.1: the two headers are disjoint, and crit stands in the protected one.
void tst_HeaderCheck::judgesUnprotectedHeaders_data()
{
    QTest::addColumn<QByteArray>("sealed");
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *sealed, const char *open,
                        const char *refusal) {
        QTest::newRow(name) << QByteArray(sealed) << QByteArray(open) << QString::fromUtf8(refusal);
    };
    row("kid outside", R"({"alg":"RS256"})", R"({"kid":"a"})", "none");
    row("alg outside", R"({"kid":"a"})", R"({"alg":"RS256"})", "none");
    row("all outside", "", R"({"alg":"RS256","kid":"a"})", "none");
    row("alg in both", R"({"alg":"RS256"})", R"({"alg":"none"})", "header.malformed alg");
    row("kid in both", R"({"alg":"RS256","kid":"a"})", R"({"kid":"a"})", "header.malformed kid");
    row("kid twice outside", R"({"alg":"RS256"})", R"({"kid":"a","kid":"b"})",
        "header.malformed kid");
    row("crit outside", R"({"alg":"RS256"})", R"({"crit":["b64"],"b64":true})",
        "crit.unprotected crit");
    row("b64 outside", R"({"alg":"RS256","crit":["b64"]})", R"({"b64":false})",
        "crit.unprotected b64");
    row("critical member outside", R"({"alg":"RS256","crit":["exp"]})", R"({"exp":1})",
        "crit.unknown exp");
    row("no object", R"({"alg":"RS256"})", R"("kid")", "header.malformed header");
}

void tst_HeaderCheck::judgesUnprotectedHeaders()
{
    QFETCH(const QByteArray, sealed);
    QFETCH(const QByteArray, open);
    const auto document = base::json::Document::read(open);
    jose::SignatureBlock block = blockWithHeader(sealed);
    block.protectedHeader.present = !sealed.isEmpty();
    block.unprotectedHeader = document.root();
    QTEST(refusalOf(block), "refusal");
}

void tst_HeaderCheck::readsAlgorithmAndKid()
{
    const auto facts = jose::checkHeader(blockWithHeader(R"({"kid":"\u00e9","alg":"ES256"})"));
    QCOMPARE(facts.algorithm, jose::findAlgorithm("ES256"));
    QCOMPARE(facts.kid, std::optional(u"é"_s));
    QVERIFY(!jose::checkHeader(blockWithHeader(R"({"alg":"ES256"})")).kid);
}

void tst_HeaderCheck::needsSomeHeader()
{
    QCOMPARE(refusalOf({}), u"header.malformed "_s);
}

void tst_HeaderCheck::pointsIntoABrokenHeader()
{
    jose::SignatureBlock block = blockOf("eyJhb*ci.e30.AA");
    auto facts = jose::checkHeader(block);
    QCOMPARE(facts.refusal->detail, u"base64url.alphabet"_s);
    QCOMPARE(facts.refusal->offset, 5);
    const QByteArray twice = R"({"alg":"RS256","kid":"a","kid":"b"})";
    QCOMPARE(jose::checkHeader(blockWithHeader(twice)).refusal->offset,
             twice.lastIndexOf("\"kid\""));
}

void tst_HeaderCheck::keepsTheAlgorithmOfARefusedToken()
{
    const auto facts = jose::checkHeader(blockWithHeader(R"({"alg":"ES256","crit":[]})"));
    QVERIFY(facts.refusal);
    QCOMPARE(facts.algorithm, jose::findAlgorithm("ES256"));
}

void tst_HeaderCheck::verifierGivesTheReason()
{
    const auto result = jose::verify(blockWithHeader(R"({"alg":"ES256","crit":["x"],"x":1})"), {});
    QCOMPARE(result.status, jose::SignatureStatus::Unverified);
    QCOMPARE(result.reason, "crit.unknown"_L1);
    QCOMPARE(result.detail, u"x"_s);
    QCOMPARE(result.algorithm, jose::findAlgorithm("ES256"));
}

QTEST_GUILESS_MAIN(tst_HeaderCheck)
#include "tst_headercheck.moc"
