// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/jose/kind.h"
#include "core/report/phrases.h"
#include "core/report/wording.h"
#include "core/report/wordingrow.h"
#include "core/verdict/rules.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using base::Finding;
using base::Outcome;
using report::Wording;

namespace {

constexpr qint64 nowMs = 1'787'580'131'000; // 2026-08-24T14:02:11Z

const base::Instant now{std::chrono::milliseconds{nowMs}};

QList<const report::WordingRow *> allRows()
{
    QList<const report::WordingRow *> all;
    for (const auto rows :
         {report::formWording(), report::algorithmWording(), report::signatureWording(),
          report::keyWording(), report::keySetWording(), report::issuerWording(),
          report::kindWording(), report::timeWording(), report::audienceWording(),
          report::reauthWording(), report::claimWording(), report::carryingWording(),
          report::requestWording(), report::answerWording(), report::oauthWording(),
          report::captureWording()}) {
        for (const auto &row : rows)
            all += &row;
    }
    return all;
}

//! What a wording row is about: a rule of judging, or one of carrying.
struct AnyRule
{
    QLatin1StringView id;
    Outcome outcome;
    QLatin1StringView spec;
};

QList<AnyRule> allRules()
{
    QList<AnyRule> all;
    for (const auto &rule : verdict::rules())
        all += AnyRule{rule.id, rule.outcome, rule.spec};
    for (const auto &rule : capture::carryingRules())
        all += AnyRule{rule.id, rule.outcome, rule.spec};
    return all;
}

std::optional<AnyRule> findAnyRule(QLatin1StringView id)
{
    for (const auto &rule : allRules()) {
        if (rule.id == id)
            return rule;
    }
    return std::nullopt;
}

//! A value that the format of an argument can show.
QVariant plausible(QLatin1StringView format)
{
    if (format == "list"_L1)
        return QStringList{u"one"_s, u"two"_s};
    if (format == "reasons"_L1)
        return QStringList{u"nonce"_s};
    if (format == "removed"_L1)
        return QStringList{u"quotes"_s};
    if (format == "carrying"_L1)
        return QStringList{u"tab"_s, u"colon"_s};
    if (format == "repair"_L1)
        return QStringList{u"padding"_s};
    if (format == "instant"_L1 || format == "relative"_L1 || format == "past"_L1)
        return qlonglong(nowMs - 60'000);
    if (format == "title"_L1 || format == "text"_L1)
        return u"json.syntax"_s;
    if (format == "warning"_L1)
        return u"keyset.duplicate_kid"_s;
    if (format == "kind"_L1)
        return u"access_token"_s;
    return qlonglong(90);
}

//! The text before the separator, and the one behind it.
std::pair<QLatin1StringView, QLatin1StringView> cutAt(QLatin1StringView text, char separator)
{
    const qsizetype at = text.indexOf(QLatin1Char(separator));
    return at < 0 ? std::pair(text, QLatin1StringView())
                  : std::pair(text.first(at), text.sliced(at + 1));
}

void setValue(Finding &finding, QLatin1StringView name, const QVariant &value)
{
    if (name == "expected"_L1)
        finding.expected = value.toString();
    else if (name == "found"_L1)
        finding.found = value.toString();
    else if (name == "subject"_L1)
        finding.subject = value.toString();
    else if (name == "slash"_L1)
        finding.facts.insert("closestWanted"_L1, u"https://a.example/"_s);
    else
        finding.facts.insert(name, value);
}

//! A finding that this row fits, with every fact that it shows.
Finding findingFor(const report::WordingRow &row, Outcome outcome)
{
    Finding finding;
    finding.id = QLatin1StringView(row.id);
    finding.outcome = outcome;
    finding.subject = u"aud"_s;
    finding.expected = u"EXPECTED"_s;
    finding.found = u"FOUND"_s;
    if (const auto rule = findAnyRule(finding.id))
        finding.spec = rule->spec;
    for (const auto arg : qTokenize(QLatin1StringView(row.args), u' ', Qt::SkipEmptyParts)) {
        const auto [name, format] = cutAt(arg, ':');
        if (!QStringList{u"expected"_s, u"found"_s, u"subject"_s}.contains(name))
            setValue(finding, name, plausible(format));
    }
    for (const auto condition : qTokenize(QLatin1StringView(row.when), u',', Qt::SkipEmptyParts)) {
        const auto [name, value] = cutAt(condition, '=');
        setValue(finding, name, QString(value));
    }
    return finding;
}

QStringList textsOf(const Wording &words)
{
    return {words.subject, words.inShort, words.title, words.explanation, words.action};
}

QString failure(const QString &text, const char *id)
{
    return QString::fromLatin1(id) + u": "_s + text;
}

} // namespace

class TestWording final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasAWording();
    void everyWordingBelongsToARule();
    void everyIdHasALastRowWithoutCondition();
    void everyRowReadsWell_data();
    void everyRowReadsWell();
    void survivesAFindingWithoutFacts_data();
    void survivesAFindingWithoutFacts();
    void neverSaysInvalidOfTimes();
    void everyRuleOutcomeHasAHeadline();
    void everySpecHasAnAddress();
    void everyKindAndReasonHasAName();
    void hostileFactsStayVisible();
    void percentSignsInFactsStay();
    void longForeignTextIsShortened();
    void saysTheSlashThatIsTooMany();
    void saysTheDifferenceBeforeTheResource_data();
    void saysTheDifferenceBeforeTheResource();
    void saysWhyNoKeyWasUsed_data();
    void saysWhyNoKeyWasUsed();
    void saysWhenItExpired();
    void measuresFromTheMomentJudged_data();
    void measuresFromTheMomentJudged();
    void headerThatCannotBeReadIsNotDescribedByAnId();
    void tellsOneDistanceInOneFinding_data();
    void tellsOneDistanceInOneFinding();
    void saysHowStaleTheSignInIs();
    void namesWhatWasNotChecked();
    void comparesTheClosestPair();
};

void TestWording::everyRuleHasAWording()
{
    for (const auto &rule : allRules()) {
        Finding finding;
        finding.id = rule.id;
        finding.outcome = rule.outcome;
        QVERIFY2(report::word(finding, now).title != u"A finding without a description"_s,
                 rule.id.data());
    }
}

void TestWording::everyWordingBelongsToARule()
{
    constexpr auto ofKeysAlone = "key.private_published"_L1; // beside a key in the list of keys
    for (const auto *row : allRows()) {
        const QLatin1StringView id(row->id);
        QVERIFY2(id == ofKeysAlone || findAnyRule(id).has_value(), row->id);
    }
}

void TestWording::everyIdHasALastRowWithoutCondition()
{
    QHash<QByteArray, QByteArray> last;
    for (const auto *row : allRows())
        last.insert(row->id, row->when);
    for (auto it = last.cbegin(); it != last.cend(); ++it)
        QVERIFY2(it.value().isEmpty(), it.key().constData());
}

void TestWording::everyRowReadsWell_data()
{
    QTest::addColumn<int>("index");
    const auto rows = allRows();
    for (qsizetype at = 0; at < rows.size(); ++at)
        QTest::addRow("%s [%s]", rows.at(at)->id, rows.at(at)->when) << int(at);
}

void TestWording::everyRowReadsWell()
{
    QFETCH(const int, index);
    const auto &row = *allRows().at(index);
    for (const auto outcome : {Outcome::Pass, Outcome::Warn, Outcome::Fail, Outcome::Skipped}) {
        const auto words = report::word(findingFor(row, outcome), now);
        for (const auto &text : textsOf(words)) {
            QVERIFY2(!text.trimmed().isEmpty(), row.id);
            QVERIFY2(!text.contains(QRegularExpression(u"%[0-9]"_s)), qPrintable(text));
            QVERIFY2(!text.contains(u'!'), qPrintable(text));
            QVERIFY2(!text.contains(u"“”"_s), qPrintable(failure(text, row.id)));
            QVERIFY2(!text.contains(u"  "_s), qPrintable(text));
        }
        QVERIFY2(!words.title.endsWith(u'.'), qPrintable(words.title));
        QVERIFY2(words.explanation.endsWith(u'.'), qPrintable(words.explanation));
        QVERIFY2(words.title.at(0).isUpper() || words.title.at(0) == u'“', qPrintable(words.title));
        QVERIFY2(!words.inShort.endsWith(u'.'), qPrintable(words.inShort));
        QVERIFY2(words.inShort.size() < 80, qPrintable(words.inShort));
    }
}

void TestWording::survivesAFindingWithoutFacts_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &rule : allRules())
        QTest::newRow(rule.id.data()) << QString(rule.id);
}

void TestWording::survivesAFindingWithoutFacts()
{
    QFETCH(const QString, id);
    Finding finding;
    const auto name = id.toLatin1();
    finding.id = QLatin1StringView(name);
    for (const auto &text : textsOf(report::word(finding, now))) {
        QVERIFY(!text.isEmpty());
        QVERIFY2(!text.contains(QRegularExpression(u"%[0-9]"_s)), qPrintable(text));
    }
}

void TestWording::neverSaysInvalidOfTimes()
{
    for (const auto *row : allRows()) {
        const auto id = QLatin1StringView(row->id);
        const auto words = report::word(findingFor(*row, Outcome::Fail), now);
        for (const auto &text : textsOf(words)) {
            QVERIFY2(!text.contains(u"invalid token"_s, Qt::CaseInsensitive), qPrintable(text));
            if (id.startsWith("time."_L1) || id.startsWith("reauth."_L1))
                QVERIFY2(!text.contains(u"invalid"_s, Qt::CaseInsensitive), qPrintable(text));
        }
    }
}

void TestWording::everyRuleOutcomeHasAHeadline()
{
    // A finding that can fail, warn or be skipped can be the reason in the banner.
    for (const auto *row : allRows()) {
        const auto *rule = verdict::findRule(QLatin1StringView(row->id));
        if (rule && rule->outcome != Outcome::Pass)
            QVERIFY2(row->headline != nullptr, row->id);
    }
}

void TestWording::everySpecHasAnAddress()
{
    for (const auto &rule : allRules()) {
        Finding finding;
        finding.id = rule.id;
        finding.spec = rule.spec;
        const auto words = report::word(finding, now);
        QCOMPARE(words.spec, QString(rule.spec));
        QCOMPARE(words.specUrl.isEmpty(), rule.spec.isEmpty());
        QVERIFY2(words.specUrl.isEmpty() || words.specUrl.startsWith(u"https://"_s),
                 rule.id.data());
    }
    Finding finding;
    finding.id = "audience.mismatch"_L1;
    finding.spec = "RFC 7519 section 4.1.3"_L1;
    QCOMPARE(report::word(finding, now).specUrl,
             u"https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3"_s);
}

void TestWording::everyKindAndReasonHasAName()
{
    for (int kind = 0; kind <= int(verdict::Kind::Opaque); ++kind)
        QVERIFY(!report::kindName(verdict::Kind(kind)).isEmpty());
    QSet<QString> known;
    for (const auto &phrase : report::kindReasonPhrases())
        known.insert(QString::fromLatin1(phrase.id));
    for (const auto &reason : jose::kindReasons())
        QVERIFY2(known.contains(reason), reason.data());
}

void TestWording::hostileFactsStayVisible()
{
    const auto hostile = u"\u001b]0;x\u0007<img src=x>\u202e\r\n::set-output"_s;
    for (const auto *row : allRows()) {
        auto finding = findingFor(*row, Outcome::Fail);
        finding.subject = hostile;
        finding.expected = hostile;
        finding.found = hostile;
        for (auto &fact : finding.facts)
            fact.value = fact.value.typeId() == QMetaType::QStringList
                ? QVariant(QStringList{hostile})
                : fact.value;
        const auto words = report::word(finding, now);
        for (const auto &text : textsOf(words) + QStringList{words.found}) {
            for (const auto c : text)
                QVERIFY2(c.unicode() >= 0x20 && c != u'\u202e' && c != u'\u007f', row->id);
        }
    }
}

void TestWording::percentSignsInFactsStay()
{
    Finding finding;
    finding.id = "issuer.document_differs"_L1;
    finding.expected = u"https://%2.example/%1"_s;
    finding.found = u"https://b%20.example"_s;
    const auto words = report::word(finding, now);
    QVERIFY2(
        words.explanation.contains(
            u"You asked “https://%2.example/%1”, and its document says “https://b%20.example”."_s),
        qPrintable(words.explanation));
}

void TestWording::longForeignTextIsShortened()
{
    Finding finding;
    finding.id = "kid.unknown"_L1;
    finding.found = QString(1'000'000, u'k');
    const auto words = report::word(finding, now);
    QVERIFY(words.title.size() < 400);
    QVERIFY(words.title.contains(u'…'));
    QVERIFY(words.found.size() < 400);
}

void TestWording::saysTheSlashThatIsTooMany()
{
    Finding finding;
    finding.id = "audience.mismatch"_L1;
    finding.subject = u"aud"_s;
    finding.expected = u"https://demo.example/"_s;
    finding.found = u"https://demo.example"_s;
    finding.facts = {{"difference"_L1, u"trailing_slash"_s},
                     {"closest"_L1, finding.found},
                     {"closestWanted"_L1, finding.expected}};
    auto words = report::word(finding, now);
    QCOMPARE(words.subject, u"Audience (aud)"_s);
    QCOMPARE(words.inShort, u"your setting has one “/” too many"_s);
    QCOMPARE(words.title, u"Your audience setting ends in “/”; the token's audience does not"_s);
    QCOMPARE(words.action, u"Remove the “/” from the audience in your backend."_s);

    finding.facts.insert("closestWanted"_L1, u"https://demo.example"_s);
    words = report::word(finding, now);
    QCOMPARE(words.inShort, u"your setting lacks a “/” at the end"_s);
}

void TestWording::saysTheDifferenceBeforeTheResource_data()
{
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QString>("inShort");
    const auto row = [](const char *difference, const QString &inShort) {
        QTest::newRow(difference) << QString::fromLatin1(difference) << inShort;
    };
    row("scheme", u"http against https"_s);
    row("case", u"upper and lower case differ"_s);
    row("port", u"the port differs"_s);
    row("whitespace", u"blanks or invisible characters differ"_s);
    row("host", u"made for the resource “https://api.example”"_s);
    row("path", u"made for the resource “https://api.example”"_s);
    row("other", u"made for the resource “https://api.example”"_s);
}

// A slip of the pen says more than that the token is for another API.
void TestWording::saysTheDifferenceBeforeTheResource()
{
    QFETCH(const QString, difference);
    Finding finding;
    finding.id = "audience.mismatch"_L1;
    finding.found = u"https://api.example"_s;
    finding.facts = {{"difference"_L1, difference}, {"hint"_L1, u"resource"_s}};
    QTEST(report::word(finding, now).inShort, "inShort");
}

void TestWording::saysWhyNoKeyWasUsed_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<base::Facts>("facts");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *tag, const QByteArray &id, const base::Facts &facts,
                        const QString &words) { QTest::newRow(tag) << id << facts << words; };
    row("no key", "signature.no_keys", {}, u"there is no key to check it with"_s);
    row("empty set", "signature.no_keys", {{"emptySet"_L1, true}},
        u"the key set that was given is empty"_s);
    row("damaged key", "key.unreadable",
        {{"problem"_L1, u"key.member_encoding"_s}, {"detail"_L1, u"n"_s}}, u"The member is “n”."_s);
    row("encrypted key", "key.unreadable", {{"problem"_L1, u"key.encrypted"_s}},
        u"A passphrase protects it"_s);
    row("no payload", "signature.mismatch", {{"detached"_L1, true}}, u"appendix F"_s);
    row("header read in two ways", "header.malformed", {{"ambiguous"_L1, true}},
        u"more than once"_s);
    row("document of nobody", "issuer.document_differs", {}, u"names no issuer"_s);
}

void TestWording::saysWhyNoKeyWasUsed()
{
    QFETCH(const QByteArray, id);
    QFETCH(const base::Facts, facts);
    QFETCH(const QString, words);
    Finding finding;
    finding.id = QLatin1StringView(id);
    finding.facts = facts;
    const QString all = textsOf(report::word(finding, now)).join(u' ');
    QVERIFY2(all.contains(words), qPrintable(all));
}

void TestWording::headerThatCannotBeReadIsNotDescribedByAnId()
{
    Finding finding;
    finding.id = "header.malformed"_L1;
    finding.outcome = Outcome::Fail;
    finding.found = u"base64url.alphabet"_s;
    QCOMPARE(report::word(finding, now).found, u"not checked"_s);
}

void TestWording::saysWhenItExpired()
{
    Finding finding;
    finding.id = "time.expired"_L1;
    finding.subject = u"exp"_s;
    finding.found = u"1787580071"_s;
    finding.facts = {{"at"_L1, qlonglong(nowMs - 60'000)},
                     {"seconds"_L1, 60LL},
                     {"leeway"_L1, 0LL},
                     {"lifetime"_L1, 1800LL}};
    const auto words = report::word(finding, now);
    QCOMPARE(words.found, u"1 min ago"_s);
    QVERIFY(
        words.explanation.contains(u"2026-08-24 14:01:11 UTC (exp 1787580071), which is 1 min "
                                   "ago with a leeway of 0 s. It was made for a life of 30 min"_s));
    const auto advice = u"judge at another moment"_s;
    QVERIFY2(words.action.contains(advice), qPrintable(words.action));
    report::Standpoint then(now);
    then.asOf = verdict::AsOf::Other;
    QVERIFY(!report::word(finding, then).action.contains(advice)); // for it is done
    finding.facts.insert("lifetime"_L1, QVariant()); // as where it is not known
    QVERIFY(report::word(finding, now).action.endsWith(advice + u'.'));
}

void TestWording::measuresFromTheMomentJudged_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<qlonglong>("seconds");
    QTest::addColumn<QString>("distance"); // "%1" is the moment judged
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *id, qlonglong seconds, const char *text, bool isFound = true) {
        QTest::newRow(id) << QByteArray(id) << seconds << QString::fromUtf8(text) << isFound;
    };
    row("time.expired", -60, "1 min before %1");
    row("time.not_yet_valid", 90, "1 min 30 s after %1");
    row("time.iat_future", 90, "1 min 30 s after %1");
    row("time.within_leeway", -60, "1 min before %1");
    row("time.exp_ok", 60, "1 min after %1");
    row("time.nbf_ok", -60, "1 min before %1");
    row("time.iat_ok", -60, "1 min before %1");
    row("reauth.future", 60, "1 min after %1");
    row("reauth.stale", -1640, "27 min 20 s before %1", false);
    row("reauth.fresh", -60, "1 min before %1", false);
}

// "2 min ago" of a verdict as of the capture would be counted from now by who reads it.
void TestWording::measuresFromTheMomentJudged()
{
    QFETCH(const QByteArray, id);
    QFETCH(const qlonglong, seconds);
    QFETCH(const QString, distance);
    QFETCH(const bool, isFound);
    Finding finding;
    finding.id = QLatin1StringView(id);
    finding.facts = {{"at"_L1, nowMs + seconds * 1000},
                     {"seconds"_L1, qAbs(seconds)},
                     {"age"_L1, qAbs(seconds)},
                     {"leeway"_L1, 600LL},
                     {"limit"_L1, 300LL}};
    report::Standpoint from(now);
    for (const auto &[asOf, name] : {std::pair{verdict::AsOf::Request, u"the request"_s},
                                     std::pair{verdict::AsOf::Other, u"the judged moment"_s}}) {
        from.asOf = asOf;
        const auto words = report::word(finding, from);
        const QString all = words.found + words.explanation + words.title;
        QVERIFY2((isFound ? words.found : words.explanation).contains(distance.arg(name)),
                 qPrintable(all));
        QVERIFY2(!all.contains(u" ago"_s) && !all.contains(u" in 1 min"_s), qPrintable(all));
    }
}

void TestWording::tellsOneDistanceInOneFinding_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const QByteArray id :
         {"time.not_yet_valid", "time.iat_future", "time.within_leeway", "reauth.future"})
        QTest::newRow(id.constData()) << id;
}

// A moment between two seconds is not "in 9 min 39 s" in one sentence and "in 9 min 38 s" in the
// next.
void TestWording::tellsOneDistanceInOneFinding()
{
    QFETCH(const QByteArray, id);
    Finding finding;
    finding.id = QLatin1StringView(id);
    finding.subject = u"nbf"_s;
    finding.facts
        = {{"at"_L1, qlonglong(nowMs + 578'400)}, {"seconds"_L1, 578LL}, {"leeway"_L1, 600LL}};
    const auto words = report::word(finding, now);
    QCOMPARE(words.found, u"in 9 min 39 s"_s);
    QVERIFY2(words.explanation.contains(u"9 min 39 s"_s), qPrintable(words.explanation));
}

void TestWording::saysHowStaleTheSignInIs()
{
    Finding finding;
    finding.id = "reauth.stale"_L1;
    finding.subject = u"auth_time"_s;
    finding.facts
        = {{"age"_L1, 1640LL}, {"limit"_L1, 300LL}, {"at"_L1, qlonglong(nowMs - 1640'000)}};
    auto words = report::word(finding, now);
    QCOMPARE(words.found, u"27 min 20 s"_s);
    QCOMPARE(words.inShort, u"older than 5 min: re-authenticate first"_s);
    finding.facts.insert("refreshed"_L1, true);
    words = report::word(finding, now);
    QVERIFY(words.inShort.contains(u"refreshed, not signed in again"_s));
}

void TestWording::namesWhatWasNotChecked()
{
    for (const auto &rule : verdict::rules()) {
        if (rule.outcome == Outcome::Skipped)
            QVERIFY2(!report::notCheckedText(rule.id).isEmpty(), rule.id.data());
    }
    QCOMPARE(report::notCheckedText("not_checked.session"_L1),
             u"Whether the session still lives was not checked"_s);
}

void TestWording::comparesTheClosestPair()
{
    Finding finding;
    finding.id = "audience.mismatch"_L1;
    finding.expected = u"https://a.example/, api"_s;
    finding.found = u"https://b.example, https://a.example"_s;
    QCOMPARE(report::compared(finding).found, finding.found);
    finding.facts
        = {{"closest"_L1, u"https://a.example"_s}, {"closestWanted"_L1, u"https://a.example/"_s}};
    QCOMPARE(report::compared(finding).expected, u"https://a.example/"_s);
    QCOMPARE(report::compared(finding).found, u"https://a.example"_s);
    finding = {};
    finding.expected = u"x"_s;
    QVERIFY(report::compared(finding).expected.isEmpty());
}

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
