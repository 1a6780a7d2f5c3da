// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "inspections.h"

#include "core/report/wording.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using inspections::inspect;
using inspections::signedToken;

class TestHeadline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatATokenWasAcceptedAs();
    void namesTheSlashThatIsTooMany();
    void saysExpiredAndNeverInvalid();
    void saysHowLongBeforeTheRequestItHadExpired();
    void saysWhatCannotBeTold();
    void namesKeySourceAgeAndTransport();
    void datesKeysThatAreYoungerThanTheJudgement();
    void warnsOfPlainHttpBesideTheKey();
    void warnsOfACertificateTrustedByHand();
    void warnsOfAKeySetUrlOverPlainHttp();
    void namesTheSharedSecret();
    void saysWhyThereAreNoKeys();
    void saysThatNobodyWasAsked();
    void countsWhatElseFailed();
    void countsWhatIsListedBeside();
    void saysWhatAnOpaqueValueIs();

private:
    static report::Headline headline(const report::Inspection &inspection)
    {
        return report::headline(inspection.examination, inspection.verdict);
    }
    static QByteArray token() { return signedToken(inspections::accessPayload()); }
};

void TestHeadline::saysWhatATokenWasAcceptedAs()
{
    verdict::Policy policy;
    policy.profile = verdict::Profile::Access;
    policy.audiences = {u"https://issuer.example"_s};
    const auto lines = headline(inspect(token(), policy));
    QCOMPARE(lines.title, u"Accepted as an access token"_s);
    QCOMPARE(lines.subtitle, u"Signature valid · not expired · sign-in is 27 min old"_s);
}

void TestHeadline::namesTheSlashThatIsTooMany()
{
    verdict::Policy policy;
    policy.audiences = {u"https://issuer.example/"_s};
    const auto lines = headline(inspect(token(), policy));
    QCOMPARE(lines.title, u"Rejected: your audience has a “/” too many"_s);
    QCOMPARE(lines.subtitle, u"Signature valid · not expired · sign-in is 27 min old"_s);
}

void TestHeadline::saysExpiredAndNeverInvalid()
{
    auto payload = inspections::accessPayload();
    payload.replace("1787581211", "1787580011");
    const auto lines = headline(inspect(signedToken(payload)));
    QCOMPARE(lines.title, u"Rejected: the token expired 2 min ago"_s);
    QVERIFY(!(lines.title + lines.subtitle + lines.basis).contains(u"invalid"_s));
}

// Nobody reads "2 min ago" and counts from the moment of a request of last week.
void TestHeadline::saysHowLongBeforeTheRequestItHadExpired()
{
    auto payload = inspections::accessPayload();
    payload.replace("1787581211", "1787580011");
    auto inspection = inspect(signedToken(payload));
    inspection.verdict.asOf = verdict::AsOf::Request;
    const auto lines = headline(inspection);
    QCOMPARE(lines.title, u"Rejected: the token expired 2 min before the request"_s);
    QVERIFY2(lines.subtitle.contains(u"sign-in was 27 min old"_s), qPrintable(lines.subtitle));
    QVERIFY2(lines.basis.contains(u"fetched"_s) && !lines.basis.contains(u"ago"_s),
             qPrintable(lines.basis));
}

void TestHeadline::saysWhatCannotBeTold()
{
    auto payload = inspections::accessPayload();
    payload.replace(R"("aud":["https://issuer.example"])", R"("aud":["https://api.example"])");
    verdict::Policy policy;
    policy.profile = verdict::Profile::M2m;
    const auto lines = headline(inspect(signedToken(payload), policy));
    QVERIFY2(lines.title.startsWith(u"Cannot tell: "_s) || lines.title.startsWith(u"Rejected: "_s),
             qPrintable(lines.title));
    const auto id = headline(inspect(token(), verdict::Evidence{}));
    QCOMPARE(id.title, u"Cannot tell: there is no key to check the signature with"_s);
    QVERIFY(id.subtitle.startsWith(u"Signature not checked · not expired"_s));
}

void TestHeadline::namesKeySourceAgeAndTransport()
{
    QCOMPARE(headline(inspect(token())).basis,
             u"Checked with the key “k1”, fetched from https://issuer.example/oauth2/jwks "
             "34 s ago over TLS 1.3."_s);
}

void TestHeadline::datesKeysThatAreYoungerThanTheJudgement()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->fetchedAt = inspections::now + 1h;
    QVERIFY(headline(inspect(token(), evidence))
                .basis.contains(u"jwks 2026-08-24 15:02:11 UTC over"_s));
}

void TestHeadline::warnsOfPlainHttpBesideTheKey()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->transport = oidc::Transport::Plain;
    const auto lines = headline(inspect(token(), evidence));
    QVERIFY(lines.basis.contains(u"over plain http."_s));
    QVERIFY2(lines.basis.endsWith(u"Warning: The keys came over plain http."_s),
             qPrintable(lines.basis));
}

void TestHeadline::warnsOfACertificateTrustedByHand()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->transport = oidc::Transport::TlsException;
    QVERIFY(headline(inspect(token(), evidence))
                .basis.contains(u"Warning: The keys came over a certificate"_s));
}

void TestHeadline::warnsOfAKeySetUrlOverPlainHttp()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->discovery = {};
    evidence.snapshot->issuerMatch = oidc::IssuerMatch::Unknown;
    evidence.snapshot->transport = oidc::Transport::Plain;
    evidence.snapshot->keys
        = jose::KeySet::fromJson(evidence.snapshot->keys.source(), jose::KeyOrigin::Url).value();
    const auto basis = headline(inspect(token(), evidence)).basis;
    QVERIFY2(basis.endsWith(u"Warning: The keys came over plain http."_s), qPrintable(basis));
}

void TestHeadline::namesTheSharedSecret()
{
    const base::SecretBytes secret("0123456789abcdef0123456789abcdef");
    const auto key = jose::SigningKey::fromSecret("HS256", secret).value();
    const auto text
        = key.compact(R"({"alg":"HS256","typ":"JWT"})", inspections::accessPayload()).value();
    verdict::Evidence evidence;
    evidence.given
        += jose::KeySet::of(jose::Key::fromSecret(secret).value(), jose::KeyOrigin::Secret);
    const auto basis = headline(inspect(text, evidence)).basis;
    QCOMPARE(basis, u"Checked with the shared secret that you gave."_s);
}

void TestHeadline::saysWhyThereAreNoKeys()
{
    verdict::Evidence evidence;
    evidence.snapshot = inspections::snapshot();
    evidence.snapshot->keys = {};
    evidence.snapshot->error = base::Error{"net.timeout"_L1, {}, -1};
    const auto lines = headline(inspect(token(), evidence));
    QCOMPARE(lines.title, u"Cannot tell: the issuer's keys are not available"_s);
    QCOMPARE(lines.basis, u"No keys from the issuer: The issuer did not answer in time."_s);
}

void TestHeadline::saysThatNobodyWasAsked()
{
    QCOMPARE(headline(inspect(token(), verdict::Evidence{})).basis,
             u"No issuer has answered and no key was given."_s);
}

void TestHeadline::countsWhatElseFailed()
{
    auto payload = inspections::accessPayload();
    payload.replace("1787581211", "1787580011");
    verdict::Policy policy;
    policy.audiences = {u"https://other.example"_s};
    const auto lines = headline(inspect(signedToken(payload), policy));
    QCOMPARE(lines.title, u"Rejected: the token expired 2 min ago"_s);
    QVERIFY2(lines.subtitle.endsWith(u"checks that failed: 2"_s), qPrintable(lines.subtitle));
}

// The window lists how the token was sent among the checks, and counts it there.
void TestHeadline::countsWhatIsListedBeside()
{
    base::Finding sent;
    sent.id = "carrying.id_token_sent"_L1;
    sent.outcome = base::Outcome::Fail;
    const auto inspection = inspect(token());
    const auto with = [&](const base::Findings &beside) {
        return report::headline(inspection.examination, inspection.verdict, beside).subtitle;
    };
    QVERIFY2(!with({sent}).contains(u"failed"_s), qPrintable(with({sent})));
    QVERIFY2(with({sent, sent}).endsWith(u"checks that failed: 2"_s),
             qPrintable(with({sent, sent})));
    sent.outcome = base::Outcome::Warn;
    QVERIFY2(!with({sent, sent}).contains(u"failed"_s), qPrintable(with({sent, sent})));
}

void TestHeadline::saysWhatAnOpaqueValueIs()
{
    const auto lines = headline(inspect("abcdefghijklmnopqrstuvwxyz012345"));
    QCOMPARE(lines.title, u"Cannot tell: this is not a JWT: an opaque access token or a code"_s);
    QCOMPARE(lines.subtitle, u"opaque value of 32 characters"_s);
    QVERIFY(lines.basis.isEmpty());
}

QTEST_GUILESS_MAIN(TestHeadline)
#include "tst_headline.moc"
