// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "program.h"

#include "core/jose/signer.h"
#include "core/practice/practiceissuer.h"
#include "core/practice/samples.h"

#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// iat 2026-08-24T13:50:11Z, exp 14:20:11Z, auth_time 14:00:11Z.
const auto payload = R"({"iss":"https://issuer.example","aud":["https://api.example"],"sub":"u-1",)"
                     R"("client_id":"c-1","scope":"read write","jti":"j-1",)"
                     R"("iat":1787579411,"exp":1787581211,"auth_time":1787580011})"_ba;
const auto good = u"2026-08-24T14:02:11Z"_s;
constexpr QByteArrayView secretText = "0123456789abcdef0123456789abcdef";

QByteArray hs256(QByteArrayView claims, QByteArrayView header = R"({"alg":"HS256","typ":"at+jwt"})")
{
    return jose::SigningKey::fromSecret("HS256", base::SecretBytes(secretText))
        .value()
        .compact(header, claims)
        .value();
}

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

} // namespace

class TestCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    // What it says to a script.
    void exitCodesFollowTheVerdict_data();
    void exitCodesFollowTheVerdict();
    void wrongUsageIs64_data();
    void wrongUsageIs64();
    void saysWhatIsWrongWithTheUsage_data();
    void saysWhatIsWrongWithTheUsage();
    void aLostAnswerIsNoSuccess_data();
    void aLostAnswerIsNoSuccess();
    void unreadableInputIs66_data();
    void unreadableInputIs66();
    void aTokenInTheWrongPlaceIsNotRepeated_data();
    void aTokenInTheWrongPlaceIsNotRepeated();
    void answersHelpAndVersion();

    // Input.
    void readsTheTokenFromAnywhere();
    void audienceDoesNotSwallowTheToken();
    void severalTokensAreRefused();
    void withoutTokenOnATerminalItSaysHow();
    void cleansUpWhatStandsAround();

    // Keys and secrets.
    void saysThatASecretLostItsNewline();
    void readsSecretsInEveryEncoding_data();
    void readsSecretsInEveryEncoding();
    void aPublicKeyIsNoSecret();
    void verifiesWithAPemAndAKeySet();

    // Time and policy.
    void judgesAtAnyMoment_data();
    void judgesAtAnyMoment();
    void leewayMovesTheEdge();
    void policyAsksForEverything();
    void maxAuthAgeNoneAsksNothing();

    // Network.
    void fetchesVerifiesAndExplains();
    void offlineContactsNobody();
    void jsonStaysPureWhenTheNetworkFails();
    void unknownKidIsFetchedOnceMore();
    void keySetUrlIsFetched();
    void pastingAloneContactsNobody();

    // Output.
    void jsonErrorForUnreadableInput();
    void goldenText();
    void textIsAsWideAsThePersonWishes_data();
    void textIsAsWideAsThePersonWishes();
    void markdownIsRedacted();
    void printsSamplesThatTheSavedKeysVerify();
    void savedKeysLeaveAPipeAPipe();
    void everySampleCanBeInspected();
    void aSampleBringsItsOwnIssuer();
    void genuineSamplesHaveNothingAgainstThem();
    void writesManPages();

private:
    QString file(const QString &name, const QByteArray &content);
    [[nodiscard]] QStringList inspect(const QStringList &more) const
    {
        return QStringList{u"inspect"_s, u"--secret-file"_s, m_secret, u"--format"_s, u"json"_s}
        + more;
    }

    [[nodiscard]] QByteArray sample(QLatin1StringView name) const
    {
        return practice::mint(name, m_issuer.samplesMint(), m_clock.now()).value();
    }

    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    practice::PracticeIssuer m_issuer{m_clock};
    QString m_secret;
    QString m_token;
};

QString TestCli::file(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    // One for all tests: its RSA keys take seconds on a busy machine.
    QSignalSpy started(&m_issuer, &practice::PracticeIssuer::started);
    m_issuer.start();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 60'000);
    m_secret = file(u"secret"_s, secretText.toByteArray());
    m_token = text(hs256(payload));
}

void TestCli::exitCodesFollowTheVerdict_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("verdict");
    const QStringList all{u"--offline"_s, u"--issuer"_s,   u"https://issuer.example"_s, u"--at"_s,
                          good,           u"--audience"_s, u"https://api.example"_s};
    QTest::newRow("accepted") << all << 0 << u"accepted"_s;
    QTest::newRow("rejected") << all + QStringList{u"--require-scope"_s, u"admin"_s} << 1
                              << u"rejected"_s;
    QTest::newRow("cannot tell: no audience given")
        << QStringList{u"--offline"_s, u"--issuer"_s, u"https://issuer.example"_s, u"--at"_s, good}
        << 2 << u"cannot_tell"_s;
}

void TestCli::exitCodesFollowTheVerdict()
{
    QFETCH(const QStringList, arguments);
    const auto run = runCli(inspect(arguments + QStringList{m_token}));
    QTEST(run.exitCode, "exitCode");
    QTEST(run.verdict(), "verdict");
}

void TestCli::wrongUsageIs64_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row
        = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("no command", {});
    row("unknown command", {u"inspekt"_s});
    row("unknown flag", {u"inspect"_s, u"--isuer"_s, u"x"_s, u"t"_s});
    row("unknown profile", {u"inspect"_s, u"--profile"_s, u"acess"_s, u"t"_s});
    row("unknown format", {u"inspect"_s, u"--format"_s, u"xml"_s, u"t"_s});
    row("flag without value", {u"inspect"_s, u"t"_s, u"--issuer"_s});
    // A variable of the shell that is not set must not switch a check off.
    row("empty issuer", {u"inspect"_s, u"t"_s, u"--issuer"_s, QString()});
    row("empty audience", {u"inspect"_s, u"t"_s, u"--audience"_s, QString()});
    row("empty client id", {u"inspect"_s, u"t"_s, u"--client-id"_s, QString()});
    row("empty key set", {u"inspect"_s, u"t"_s, u"--jwks"_s, QString()});
    row("empty token", {u"inspect"_s, QString()});
    row("two tokens as arguments", {u"inspect"_s, u"a"_s, u"b"_s});
    row("moment", {u"inspect"_s, u"--at"_s, u"yesterday"_s, u"t"_s});
    row("moment without zone", {u"inspect"_s, u"--at"_s, u"2026-08-24T14:02:11"_s, u"t"_s});
    row("negative leeway", {u"inspect"_s, u"--leeway"_s, u"-5s"_s, u"t"_s});
    row("age of zero", {u"inspect"_s, u"--max-auth-age"_s, u"0s"_s, u"t"_s});
    row("sensitive without a limit",
        {u"inspect"_s, u"--profile"_s, u"sensitive"_s, u"--max-auth-age"_s, u"none"_s, u"t"_s});
    row("duration", {u"inspect"_s, u"--max-auth-age"_s, u"5 minutes"_s, u"t"_s});
    row("issuer with a password",
        {u"inspect"_s, u"--issuer"_s, u"https://a:b@c.example"_s, u"t"_s});
    row("issuer is a file", {u"inspect"_s, u"--issuer"_s, u"file:///etc/passwd"_s, u"t"_s});
    row("key set URL offline",
        {u"inspect"_s, u"--offline"_s, u"--jwks"_s, u"https://a.example/jwks"_s, u"t"_s});
    row("encoding without secret", {u"inspect"_s, u"--secret-encoding"_s, u"hex"_s, u"t"_s});
    row("token and file", {u"inspect"_s, u"--input"_s, u"x"_s, u"t"_s});
    row("standard input twice", {u"inspect"_s, u"-"_s, u"--secret-file"_s, u"-"_s});
    row("sample and issuer",
        {u"inspect"_s, u"--sample"_s, u"access"_s, u"--issuer"_s, u"https://a.example"_s});
    row("unknown sample", {u"inspect"_s, u"--sample"_s, u"no-such"_s});
    row("port out of range", {u"practice"_s, u"--port"_s, u"70000"_s});
    row("unknown sample to print", {u"practice"_s, u"--print"_s, u"no-such"_s});
}

void TestCli::wrongUsageIs64()
{
    QFETCH(const QStringList, arguments);
    const auto run = runCli(arguments);
    QCOMPARE(run.exitCode, 64);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.complaint().startsWith(u"assay-cli: "_s));
}

void TestCli::saysWhatIsWrongWithTheUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QStringList &arguments, const QString &words) {
        QTest::newRow(name) << arguments << words;
    };
    row("unknown command", {u"inspekt\u202e"_s},
        u"“inspekt\\u{202E}” is no command. Commands: inspect, capture, practice, man"_s);
    row("help of the program", {u"inspekt"_s}, u"assay-cli: assay-cli --help says more."_s);
    row("help of the command", {u"practice"_s, u"--port"_s, u"70000"_s},
        u"assay-cli: assay-cli practice --help says more."_s);
    row("scheme alone", {u"inspect"_s, u"--issuer"_s, u"file:///etc/passwd"_s, u"t"_s},
        u"The scheme is “file”."_s);
    row("no password", {u"inspect"_s, u"--issuer"_s, u"https://a:b@c.example/?x"_s, u"t"_s},
        u"Take out everything up to the “@”."_s);
}

void TestCli::saysWhatIsWrongWithTheUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, words);
    const auto run = runCli(arguments);
    QCOMPARE(run.exitCode, 64);
    QVERIFY2(run.complaint().contains(words), qPrintable(run.complaint()));
}

void TestCli::aLostAnswerIsNoSuccess_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("disk full") << u"'%1' practice --list > /dev/full"_s;
    QTest::newRow("closed") << u"'%1' practice --list >&-"_s;
    QTest::newRow("help") << u"'%1' --help > /dev/full"_s;
    QTest::newRow("accepted") << u"'%1' inspect --sample access > /dev/full"_s;
}

void TestCli::aLostAnswerIsNoSuccess()
{
    QFETCH(const QString, command);
    const auto run = runProgram(u"/bin/sh"_s, {u"-c"_s, command.arg(QStringLiteral(ASSAY_CLI))});
    QCOMPARE(run.exitCode, 70);
    QVERIFY2(run.complaint().contains(u"could not be written"_s), qPrintable(run.complaint()));
}

void TestCli::unreadableInputIs66_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row
        = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("no such file", {u"inspect"_s, u"--input"_s, u"/no/such/file"_s});
    row("a folder", {u"inspect"_s, u"--input"_s, m_folder.path()});
    row("empty", {u"inspect"_s, u"--input"_s, file(u"empty"_s, " \n")});
    row("endless", {u"inspect"_s, u"--input"_s, u"/dev/zero"_s});
    row("no such key set", {u"inspect"_s, u"--jwks"_s, u"/no/such"_s, m_token});
    row("no key", {u"inspect"_s, u"--key"_s, file(u"nokey"_s, "hello"), m_token});
    row("no such secret", {u"inspect"_s, u"--secret-file"_s, u"/no/such"_s, m_token});
    row("empty secret", {u"inspect"_s, u"--secret-file"_s, file(u"nosecret"_s, "\n"), m_token});
    row("no authority", {u"inspect"_s, u"--ca-file"_s, file(u"noca"_s, "hello"), m_token});
    row("no such authority", {u"inspect"_s, u"--ca-file"_s, u"/no/such"_s, m_token});
}

void TestCli::unreadableInputIs66()
{
    QFETCH(const QStringList, arguments);
    const auto run = runCli(arguments);
    QCOMPARE(run.exitCode, 66);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.complaint().startsWith(u"assay-cli: "_s));
}

// What a program complains of ends up in the logs of CI.
void TestCli::aTokenInTheWrongPlaceIsNotRepeated_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto token = text(hs256(payload));
    const auto row
        = [](const char *tag, const QStringList &arguments) { QTest::newRow(tag) << arguments; };
    row("twice", {token, token});
    row("with an option that is none", {"--token="_L1 + token});
    row("behind an option that is none", {u"--token"_s, token, token});
    row("with its scheme", {u"--nope"_s, "Bearer "_L1 + token});
    for (const char *option : {"--input", "--issuer", "--jwks", "--key", "--secret-file",
                               "--secret-encoding", "--profile", "--max-auth-age", "--leeway",
                               "--at", "--ca-file", "--which", "--format", "--sample"})
        row(option, {QString::fromLatin1(option), token});
}

void TestCli::aTokenInTheWrongPlaceIsNotRepeated()
{
    QFETCH(const QStringList, arguments);
    const auto signature = hs256(payload).split('.').last();
    for (const auto &format : {u"text"_s, u"json"_s}) {
        const auto run = runCli(QStringList{u"inspect"_s, u"--format"_s, format} + arguments);
        QVERIFY(run.exitCode != 0);
        QVERIFY2(!run.err.contains(signature), run.err.constData());
        QVERIFY2(!run.out.contains(signature), run.out.constData());
    }
}

void TestCli::answersHelpAndVersion()
{
    const auto version = runCli({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.text().startsWith(u"assay-cli 0."_s));
    const auto help = runCli({u"inspect"_s, u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    for (const auto &flag :
         {u"--issuer"_s, u"--jwks"_s, u"--secret-encoding"_s, u"--require-role"_s,
          u"--max-auth-age"_s, u"--at"_s, u"--ca-file"_s, u"--offline"_s})
        QVERIFY2(help.text().contains(flag), qPrintable(flag));
    QVERIFY(!help.text().contains(u"--secret "_s));
}

void TestCli::readsTheTokenFromAnywhere()
{
    const auto name = file(u"token"_s, m_token.toUtf8() + '\n');
    const QStringList rest{u"--at"_s, good};
    const auto asArgument = runCli(inspect(rest + QStringList{m_token}));
    const auto dash = runCli(inspect(rest + QStringList{u"-"_s}), m_token.toUtf8());
    const auto piped = runCli(inspect(rest), m_token.toUtf8());
    const auto fromFile = runCli(inspect(rest + QStringList{u"--input"_s, name}));
    for (const auto *run : {&asArgument, &dash, &piped, &fromFile})
        QCOMPARE(run->json()[u"signature"_s].toObject()[u"status"_s].toString(), u"valid"_s);
    QCOMPARE(dash.out, asArgument.out);
    QCOMPARE(piped.out, asArgument.out);
}

void TestCli::audienceDoesNotSwallowTheToken()
{
    const auto run = runCli(inspect({u"--at"_s, good, u"--audience"_s, u"a"_s, u"--audience"_s,
                                     u"https://api.example"_s, m_token}));
    QVERIFY(run.findingIds().contains(u"audience.match"_s));
}

void TestCli::severalTokensAreRefused()
{
    const auto run = runCli({u"inspect"_s}, m_token.toUtf8() + '\n' + m_token.toUtf8());
    QCOMPARE(run.exitCode, 64);
    QVERIFY(run.complaint().contains(u"more than one token"_s));
}

void TestCli::withoutTokenOnATerminalItSaysHow()
{
    const auto script = QStandardPaths::findExecutable(u"script"_s);
    if (script.isEmpty())
        QSKIP("no script(1) to make a terminal with");
    const auto run = runProgram(
        script, {u"-qec"_s, QStringLiteral(ASSAY_CLI) + u" inspect"_s, u"/dev/null"_s});
    QCOMPARE(run.exitCode, 64);
    QVERIFY2(run.text().contains(u"No token was given"_s), run.out.constData());
}

void TestCli::cleansUpWhatStandsAround()
{
    const auto run
        = runCli(inspect({u"--at"_s, good}), "Authorization: Bearer " + m_token.toUtf8() + "\r\n");
    QVERIFY(run.findingIds().contains(u"input.cleaned"_s));
    QCOMPARE(run.json()[u"policy"_s].toString(), u"access"_s);
}

void TestCli::saysThatASecretLostItsNewline()
{
    for (const auto *end : {"\n", "\r\n"}) {
        const auto name = file(u"newline"_s, secretText.toByteArray() + end);
        const auto run
            = runCli({u"inspect"_s, u"--secret-file"_s, name, u"--format"_s, u"json"_s, m_token});
        QCOMPARE(run.json()[u"signature"_s].toObject()[u"status"_s].toString(), u"valid"_s);
        QVERIFY(run.complaint().contains(u"final newline"_s));
    }
    QVERIFY(!runCli(inspect({m_token})).complaint().contains(u"final newline"_s));
}

void TestCli::readsSecretsInEveryEncoding_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("content");
    const auto bytes = secretText.toByteArray();
    QTest::newRow("utf8") << u"utf8"_s << bytes;
    QTest::newRow("base64") << u"base64"_s << bytes.toBase64();
    QTest::newRow("base64url") << u"base64url"_s << bytes.toBase64(QByteArray::Base64UrlEncoding);
    QTest::newRow("hex") << u"hex"_s << bytes.toHex();
}

void TestCli::readsSecretsInEveryEncoding()
{
    QFETCH(const QString, encoding);
    QFETCH(const QByteArray, content);
    const auto run = runCli({u"inspect"_s, u"--secret-file"_s, file(u"encoded"_s, content),
                             u"--secret-encoding"_s, encoding, u"--format"_s, u"json"_s, m_token});
    const auto signature = run.json()[u"signature"_s].toObject();
    QCOMPARE(signature[u"status"_s].toString(), u"valid"_s);
    const auto key = signature[u"key"_s].toObject();
    QCOMPARE(key[u"source"_s].toString(), u"secret"_s);
    QVERIFY(key[u"thumbprint"_s].isNull());
    QVERIFY(!run.out.contains(secretText.toByteArray()));
}

void TestCli::aPublicKeyIsNoSecret()
{
    const auto key = jose::SigningKey::generate("ES256").value();
    const auto run = runCli(
        {u"inspect"_s, u"--secret-file"_s, file(u"public.pem"_s, key.publicPem()), m_token});
    QCOMPARE(run.exitCode, 66);
    QVERIFY(run.complaint().contains(u"public key"_s));
}

void TestCli::verifiesWithAPemAndAKeySet()
{
    const auto key = jose::SigningKey::generate("ES256").value();
    const auto token = text(key.compact(R"({"alg":"ES256","typ":"at+jwt"})", payload).value());
    QByteArray members;
    for (const auto &[name, value] : key.publicMembers())
        members += (members.isEmpty() ? "" : ",") + ('"' + name + "\":\"" + value + '"');
    const auto pem = file(u"key.pem"_s, key.publicPem());
    const auto set = file(u"jwks.json"_s, "{\"keys\":[{" + members + "}]}");
    for (const auto &source : {QStringList{u"--key"_s, pem}, QStringList{u"--jwks"_s, set}}) {
        const auto run = runCli(QStringList{u"inspect"_s, u"--format"_s, u"json"_s, u"--at"_s, good}
                                + source + QStringList{token});
        const auto signature = run.json()[u"signature"_s].toObject();
        QCOMPARE(signature[u"status"_s].toString(), u"valid"_s);
        QCOMPARE(signature[u"key"_s].toObject()[u"source"_s].toString(), u"file"_s);
        // --jwks alone leaves the issuer unchecked.
        QVERIFY(run.findingIds().contains(u"issuer.not_given"_s));
        QCOMPARE(run.exitCode, 2);
    }
}

void TestCli::judgesAtAnyMoment_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("finding");
    QTest::newRow("last second") << u"2026-08-24T14:20:10Z"_s << u"time.exp_ok"_s;
    QTest::newRow("last millisecond") << u"2026-08-24T14:20:10.999Z"_s << u"time.exp_ok"_s;
    QTest::newRow("exp itself") << u"2026-08-24T14:20:11Z"_s << u"time.expired"_s;
    QTest::newRow("exp itself, with offset") << u"2026-08-24T16:20:11+02:00"_s << u"time.expired"_s;
    QTest::newRow("exp itself, Unix") << u"1787581211"_s << u"time.expired"_s;
    QTest::newRow("a second before, Unix") << u"1787581210"_s << u"time.exp_ok"_s;
    QTest::newRow("before it was made") << u"2026-08-24T13:50:10Z"_s << u"time.iat_future"_s;
}

void TestCli::judgesAtAnyMoment()
{
    QFETCH(const QString, at);
    QFETCH(const QString, finding);
    const auto run = runCli(inspect({u"--at"_s, at, m_token}));
    QVERIFY2(run.findingIds().contains(finding), qPrintable(run.findingIds().join(u' ')));
}

void TestCli::leewayMovesTheEdge()
{
    const QStringList late{u"--at"_s, u"2026-08-24T14:20:40Z"_s, m_token};
    QVERIFY(runCli(inspect(late)).findingIds().contains(u"time.expired"_s));
    const auto lenient = runCli(inspect(QStringList{u"--leeway"_s, u"30s"_s} + late));
    QVERIFY(!lenient.findingIds().contains(u"time.expired"_s));
    const auto edge = runCli(inspect(QStringList{u"--leeway"_s, u"29s"_s} + late));
    QVERIFY(edge.findingIds().contains(u"time.expired"_s));
}

void TestCli::policyAsksForEverything()
{
    const auto run
        = runCli(inspect({u"--at"_s, good, u"--profile"_s, u"access"_s, u"--require-scope"_s,
                          u"read"_s, u"--require-scope"_s, u"admin"_s, u"--require-role"_s,
                          u"boss"_s, u"--require-claim"_s, u"email"_s, m_token}));
    for (const auto &id : {u"requirement.scope_missing"_s, u"requirement.role_missing"_s,
                           u"requirement.claim_missing"_s})
        QVERIFY2(run.findingIds().contains(id), qPrintable(run.findingIds().join(u' ')));
    QCOMPARE(run.exitCode, 1);
}

void TestCli::maxAuthAgeNoneAsksNothing()
{
    const QStringList old{u"--at"_s, u"2026-08-24T14:10:11Z"_s, m_token};
    QVERIFY(runCli(inspect(old)).findingIds().contains(u"reauth.stale"_s));
    const auto fresh = runCli(inspect(QStringList{u"--max-auth-age"_s, u"10m"_s} + old));
    QVERIFY(fresh.findingIds().contains(u"reauth.fresh"_s));
    const auto none = runCli(inspect(QStringList{u"--max-auth-age"_s, u"none"_s} + old));
    QVERIFY(!none.findingIds().contains(u"reauth.stale"_s));
    QVERIFY(!none.findingIds().contains(u"reauth.fresh"_s));
}

void TestCli::fetchesVerifiesAndExplains()
{
    const auto token = sample("access"_L1);
    const auto run
        = runCli({u"inspect"_s, u"--issuer"_s, m_issuer.issuer(), u"--format"_s, u"json"_s}, token);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.verdict(), u"accepted"_s);
    QCOMPARE(run.json()[u"signature"_s].toObject()[u"key"_s].toObject()[u"source"_s].toString(),
             u"issuer"_s);
    QVERIFY(run.err.isEmpty());
    // With the slash that people type, and as text for a person.
    const auto slash = runCli({u"inspect"_s, u"--issuer"_s, m_issuer.issuer() + u'/', text(token)});
    QVERIFY2(slash.exitCode == 0, slash.out.constData());
    QVERIFY(slash.text()
                .replace(u"\n│ "_s, u" "_s)
                .contains(u"Warning: You typed the issuer with another “/”"_s));
}

void TestCli::offlineContactsNobody()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const auto issuer = u"http://127.0.0.1:%1"_s.arg(listener.serverPort());
    const auto run
        = runCli(inspect({u"--at"_s, good, u"--offline"_s, u"--issuer"_s, issuer, m_token}));
    QVERIFY(run.findingIds().contains(u"issuer.mismatch"_s));
    QVERIFY(!listener.hasPendingConnections());
}

void TestCli::jsonStaysPureWhenTheNetworkFails()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const auto issuer = u"http://127.0.0.1:%1"_s.arg(listener.serverPort());
    listener.close(); // a port where nothing listens
    auto claims = payload;
    claims.replace("https://issuer.example", issuer.toUtf8());
    const auto run = runCli({u"inspect"_s, u"--issuer"_s, issuer, u"--at"_s, good, u"--format"_s,
                             u"json"_s, text(hs256(claims, R"({"alg":"RS256","typ":"at+jwt"})"))});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.verdict(), u"cannot_tell"_s);
    const auto error = run.json()[u"issuer"_s].toObject()[u"error"_s].toObject();
    QCOMPARE(error[u"id"_s].toString(), u"net.refused"_s);
    QVERIFY(run.complaint().contains(u"Nothing answers at that host and port"_s));
}

void TestCli::unknownKidIsFetchedOnceMore()
{
    const auto token = sample("unknown-kid"_L1);
    const auto run
        = runCli({u"inspect"_s, u"--issuer"_s, m_issuer.issuer(), u"--format"_s, u"json"_s}, token);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[u"primary"_s].toString(), u"kid.unknown"_s);
}

void TestCli::keySetUrlIsFetched()
{
    const auto token = sample("access"_L1);
    const QStringList common{u"inspect"_s, u"--jwks"_s, m_issuer.issuer() + u"/oauth2/jwks"_s,
                             u"--format"_s, u"json"_s};
    const auto alone = runCli(common, token);
    QCOMPARE(alone.json()[u"signature"_s].toObject()[u"key"_s].toObject()[u"source"_s].toString(),
             u"url"_s);
    QVERIFY(alone.findingIds().contains(u"issuer.not_given"_s));
    const auto named = runCli(
        common + QStringList{u"--issuer"_s, m_issuer.issuer(), u"--audience"_s, m_issuer.issuer()},
        token);
    QVERIFY2(named.findingIds().contains(u"issuer.same"_s), named.out.constData());
    QCOMPARE(named.exitCode, 0);
}

void TestCli::pastingAloneContactsNobody()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    auto claims = payload;
    claims.replace("https://issuer.example",
                   "http://127.0.0.1:" + QByteArray::number(listener.serverPort()));
    const auto run = runCli({u"inspect"_s, u"--at"_s, good, text(hs256(claims))});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!listener.hasPendingConnections());
}

void TestCli::jsonErrorForUnreadableInput()
{
    const auto run
        = runCli({u"inspect"_s, u"--input"_s, u"/no/such/file"_s, u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 66);
    QCOMPARE(run.json()[u"schema"_s].toString(), u"assay.error/1"_s);
    QCOMPARE(run.json()[u"error"_s].toObject()[u"id"_s].toString(), u"input.unreadable"_s);
}

void TestCli::goldenText()
{
    const auto run = runCli({u"inspect"_s, u"--secret-file"_s, m_secret, u"--offline"_s,
                             u"--issuer"_s, u"https://issuer.example"_s, u"--audience"_s,
                             u"https://api.example/"_s, u"--at"_s, good, m_token});
    QCOMPARE(run.exitCode, 1);
    const auto expected
        = u"✗ Rejected: your audience has a “/” too many\n"
          "│ Signature valid · not expired · sign-in was 2 min old\n"
          "│ Checked with the shared secret that you gave.\n"
          "│ Judged as: Access token, at 2026-08-24 14:02:11 UTC.\n"
          "\n"
          "Findings\n"
          "✓ Signature: HS256 · shared secret – by the shared secret that you gave\n"_s;
    QVERIFY2(run.text().startsWith(expected), run.out.constData());
    QVERIFY(run.text().contains(u"│ expected  https://api.example‹/›\n"
                                "│ found     https://api.example\n"_s));
    QVERIFY(!run.text().contains(m_token.section(u'.', 2)));
}

void TestCli::textIsAsWideAsThePersonWishes_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<qsizetype>("widest");
    QTest::newRow("narrow") << u"COLUMNS=60"_s << qsizetype{60};
    QTest::newRow("wide") << u"COLUMNS=180"_s << qsizetype{180};
    QTest::newRow("no number") << u"COLUMNS=wide"_s << qsizetype{100};
    QTest::newRow("nothing") << u"COLUMNS="_s << qsizetype{100};
    QTest::newRow("negative") << u"COLUMNS=-1"_s << qsizetype{100};
}

// POSIX.1-2017, base definitions 8.3.
void TestCli::textIsAsWideAsThePersonWishes()
{
    QFETCH(const QString, columns);
    QFETCH(const qsizetype, widest);
    const auto run
        = runProgram(u"/usr/bin/env"_s, {columns, QStringLiteral(ASSAY_CLI), u"inspect"_s, u"-"_s},
                     "eyJhbGciOiJub25lIn0.eyJleHAiOjF9.");
    qsizetype found = 0;
    for (const auto &line : run.text().split(u'\n')) {
        if (!line.contains(u"https://"_s)) // an address is never broken
            found = std::max(found, line.size());
    }
    QVERIFY2(found <= widest && found > widest - 25, qPrintable(run.text()));
}

void TestCli::markdownIsRedacted()
{
    auto claims = payload;
    claims.replace("\"jti\"", "\"email\":\"eve@example.com\",\"jti\"");
    const auto run = runCli({u"inspect"_s, u"--format"_s, u"markdown"_s, u"--secret-file"_s,
                             m_secret, text(hs256(claims))});
    QVERIFY(run.text().startsWith(u"### "_s));
    QVERIFY(!run.text().contains(u"eve@"_s));
}

void TestCli::printsSamplesThatTheSavedKeysVerify()
{
    const auto keys = m_folder.filePath(u"saved.json"_s);
    const auto printed = runCli({u"practice"_s, u"--print"_s, u"access"_s, u"--save-keys"_s, keys});
    QCOMPARE(printed.exitCode, 0);
    QCOMPARE(printed.out.count('\n'), 1);
    const auto run
        = runCli({u"inspect"_s, u"--jwks"_s, keys, u"--format"_s, u"json"_s}, printed.out);
    QCOMPARE(run.json()[u"signature"_s].toObject()[u"status"_s].toString(), u"valid"_s);
    const auto list = runCli({u"practice"_s, u"--list"_s});
    QCOMPARE(list.exitCode, 0);
    QVERIFY(list.text().contains(u"audience-slash"_s));
}

void TestCli::savedKeysLeaveAPipeAPipe()
{
    const auto pipe = m_folder.filePath(u"pipe"_s).toLocal8Bit();
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    const int reader = open(pipe.constData(), O_RDWR);
    const auto close = qScopeGuard([reader] { ::close(reader); });
    QVERIFY(reader >= 0);
    const auto printed
        = runCli({u"practice"_s, u"--print"_s, u"access"_s, u"--save-keys"_s, text(pipe)});
    QCOMPARE(printed.exitCode, 0);
    struct stat what = {};
    QCOMPARE(stat(pipe.constData(), &what), 0);
    QVERIFY(S_ISFIFO(what.st_mode));
    QByteArray begin(8, '\0');
    QCOMPARE(read(reader, begin.data(), size_t(begin.size())), begin.size());
    QCOMPARE(begin, QByteArray("{\"keys\":"));
}

void TestCli::everySampleCanBeInspected()
{
    for (const auto &row : practice::samples()) {
        QStringList arguments{u"inspect"_s, u"--issuer"_s, m_issuer.issuer(), u"--format"_s,
                              u"json"_s};
        if (row.isText) // a capture may hold several
            arguments += {u"--which"_s, u"1"_s};
        const auto run = runCli(arguments, sample(row.name));
        QVERIFY2(run.exitCode >= 0 && run.exitCode <= 2, row.name.data());
        QVERIFY2(!run.verdict().isEmpty(), row.name.data());
    }
}

void TestCli::aSampleBringsItsOwnIssuer()
{
    const auto run = runCli({u"inspect"_s, u"--sample"_s, u"expired"_s, u"--format"_s, u"json"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[u"primary"_s].toString(), u"time.expired"_s);
    QVERIFY(run.json()[u"issuer"_s].toObject()[u"keys_url"_s].toString().startsWith(
        u"http://127.0.0.1:"_s));
}

void TestCli::genuineSamplesHaveNothingAgainstThem()
{
    for (const auto &name : {u"access"_s, u"id"_s, u"m2m"_s, u"unicode"_s}) {
        const auto run = runCli({u"inspect"_s, u"--sample"_s, name, u"--format"_s, u"json"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.json()[u"primary"_s].isNull(), qPrintable(name));
    }
}

void TestCli::writesManPages()
{
    const auto cli = runCli({u"man"_s});
    QCOMPARE(cli.exitCode, 0);
    QVERIFY(cli.out.startsWith(".TH ASSAY-CLI 1"));
    for (const auto *part :
         {".SH OPTIONS", ".SH INSPECT", "\\-\\-require\\-scope", ".SH EXIT STATUS"})
        QCOMPARE(cli.out.contains(part), QByteArrayView(part) != ".SH OPTIONS");
    const auto window = runCli({u"man"_s, u"assay"_s});
    QVERIFY(window.out.startsWith(".TH ASSAY 1"));
    QVERIFY(window.out.contains("\\-\\-screenshot"));
    QVERIFY(window.out.contains("\\-\\-size"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
