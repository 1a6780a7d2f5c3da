// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/session.h"

#include "core/practice/samples.h"
#include "ui/session/capturedesk.h"
#include "ui/session/examiner.h"
#include "ui/session/issuerdesk.h"
#include "ui/session/practicedesk.h"
#include "ui/session/ticker.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace ui {

class Session::Private
{
public:
    Private(const base::Clock &ownClock, Session *session)
        : clock(ownClock)
        , q(session)
        , issuer(ownClock)
        , practice(ownClock)
        , ticker(ownClock)
    {
    }

    [[nodiscard]] verdict::Evidence evidence() const;
    [[nodiscard]] verdict::Policy effectivePolicy(const verdict::Examination &judged) const;
    void examine();
    void judge();
    void onExamined(const Examiner::Result &result);
    void onIssuerChanged();
    void onCaptureChanged();
    [[nodiscard]] base::Instant instantOf(qsizetype sighting) const;
    [[nodiscard]] verdict::AsOf asOf() const;
    void forgetOutlooks();
    void onSampleReady(const QString &practiceIssuer, const QByteArray &token);

    const base::Clock &clock;
    Session *q;
    IssuerDesk issuer;
    PracticeDesk practice;
    CaptureDesk captures;
    Examiner examiner;
    Ticker ticker;
    Outlooks outlooks;

    QByteArray input;
    jose::CleanedInput cleaned;
    QList<jose::KeySet> given;
    QStringList givenLabels;
    verdict::Policy policy;
    std::optional<base::Instant> fixedInstant;
    verdict::Examination examination;
    verdict::Verdict verdict;
    bool snapshotWasThere = false;
};

verdict::Evidence Session::Private::evidence() const
{
    verdict::Evidence evidence;
    evidence.snapshot = issuer.snapshot();
    evidence.issuerUnconfirmed = issuer.isUnconfirmed();
    if (issuer.input() && !issuer.isUnconfirmed())
        evidence.expectedIssuer = issuer.input()->issuer;
    evidence.given = given;
    return evidence;
}

verdict::Policy Session::Private::effectivePolicy(const verdict::Examination &judged) const
{
    if (!q->isPracticing())
        return policy;
    return verdict::completed(policy, judged, practice::practiceClientId(),
                              practice::practiceResource());
}

void Session::Private::examine()
{
    if (captures.isReading())
        return; // and is examined when it has been read
    if (captures.sighting() && !captures.isBareToken()) {
        examiner.examine(captures.found(), evidence());
    } else if (!input.trimmed().isEmpty()) {
        examiner.examine(input, evidence());
    } else {
        examiner.cancel();
        onExamined({});
    }
}

void Session::Private::onCaptureChanged()
{
    forgetOutlooks();
    examine();
}

base::Instant Session::Private::instantOf(qsizetype sighting) const
{
    if (fixedInstant)
        return *fixedInstant;
    return captures.isAsOfCapture(sighting) ? *captures.capturedAt(sighting) : clock.now();
}

verdict::AsOf Session::Private::asOf() const
{
    using enum verdict::AsOf;
    if (fixedInstant)
        return Other;
    if (!captures.isAsOfCapture(captures.chosen()))
        return Now;
    return captures.request() != nullptr ? Request : Other;
}

void Session::Private::forgetOutlooks()
{
    outlooks.clear();
    Q_EMIT q->outlookChanged();
}

void Session::Private::onExamined(const Examiner::Result &result)
{
    cleaned = result.cleaned;
    examination = result.examination;
    Q_EMIT q->examinationChanged();
    judge();
    ticker.setRunning(q->hasToken() && !fixedInstant);
}

void Session::Private::judge()
{
    verdict = verdict::judge(examination, effectivePolicy(examination), q->now());
    verdict.asOf = asOf();
    Q_EMIT q->verdictChanged();
}

void Session::Private::onIssuerChanged()
{
    const bool isThere = issuer.snapshot().has_value();
    // While keys are being fetched only the progress changes; the evidence does not.
    if (isThere || snapshotWasThere || !issuer.isFetching()) {
        forgetOutlooks();
        examine();
    }
    snapshotWasThere = isThere;
    Q_EMIT q->fetchChanged();
}

void Session::Private::onSampleReady(const QString &practiceIssuer, const QByteArray &token)
{
    const bool isNewIssuer = issuer.setText(practiceIssuer);
    if (isNewIssuer)
        Q_EMIT q->issuerTextChanged();
    input = token;
    Q_EMIT q->inputChanged(); // first, so that what is found has a text to stand in
    captures.readText(token);
    if (!issuer.snapshot())
        issuer.fetch();
}

Session::Session(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, this))
{
    connect(&d->issuer, &IssuerDesk::changed, this, [this] { d->onIssuerChanged(); });
    connect(&d->examiner, &Examiner::examined, this,
            [this](const Examiner::Result &result) { d->onExamined(result); });
    connect(&d->captures, &CaptureDesk::captureChanged, this, [this] { d->onCaptureChanged(); });
    connect(&d->captures, &CaptureDesk::sightingChanged, this, [this] { d->examine(); });
    connect(&d->captures, &CaptureDesk::momentChanged, this, [this] {
        d->judge();
        Q_EMIT outlookChanged();
    });
    connect(&d->captures, &CaptureDesk::failed, this, &Session::failed);
    connect(&d->ticker, &Ticker::ticked, this, [this] { d->judge(); });
    connect(&d->practice, &PracticeDesk::ready, this,
            [this](const QString &issuer, const QByteArray &token) {
                d->onSampleReady(issuer, token);
            });
    connect(&d->practice, &PracticeDesk::failed, this, &Session::failed);
}

Session::~Session() = default;

QString Session::issuerText() const
{
    return d->issuer.text();
}

void Session::setIssuerText(const QString &text)
{
    if (d->issuer.setText(text))
        Q_EMIT issuerTextChanged();
}

std::optional<base::Error> Session::issuerProblem() const
{
    if (d->issuer.input() || d->issuer.text().trimmed().isEmpty())
        return {};
    return d->issuer.input().error();
}

void Session::fetchKeys()
{
    d->issuer.fetch();
}

void Session::cancelFetch()
{
    d->issuer.cancel();
}

bool Session::isFetching() const
{
    return d->issuer.isFetching();
}

QString Session::fetchUrl() const
{
    return d->issuer.url();
}

const std::optional<oidc::IssuerSnapshot> &Session::snapshot() const
{
    return d->issuer.snapshot();
}

QString Session::tokenIssuerHost() const
{
    const auto named = d->examination.token.claims().member("iss").toString();
    const auto input = oidc::parseIssuer(named);
    if (!input || input->schemeAssumed || named == d->issuer.text())
        return {};
    const QUrl own(input->issuer, QUrl::StrictMode);
    const auto typed = oidc::parseIssuer(d->issuer.text());
    // With the port: on one computer it alone tells two issuers apart. On one host the path does.
    const bool isSameHost
        = typed && QUrl(typed->issuer, QUrl::StrictMode).authority() == own.authority();
    return isSameHost ? own.authority() + own.path(QUrl::FullyEncoded) : own.authority();
}

void Session::fetchFromTokenIssuer()
{
    if (tokenIssuerHost().isEmpty())
        return;
    d->issuer.setFromToken(d->examination.token.claims().member("iss").toString());
    Q_EMIT issuerTextChanged();
    d->issuer.fetch();
}

bool Session::isIssuerUnconfirmed() const
{
    return d->issuer.isUnconfirmed();
}

void Session::confirmIssuer()
{
    d->issuer.confirm();
}

void Session::trustCertificate(const net::CertificateException &exception)
{
    d->issuer.trust(exception);
    d->issuer.fetch();
}

void Session::allowPrivateHost(const QString &host)
{
    d->issuer.allowHost(host);
    d->issuer.fetch();
}

void Session::setExtraCa(const QByteArray &pem)
{
    d->issuer.setExtraCa(pem);
}

std::optional<base::Error> Session::addKeys(const QByteArray &content, const QString &label)
{
    auto set = jose::KeySet::fromFile(content, jose::KeyOrigin::File);
    if (!set)
        return set.error();
    d->given.append(*std::move(set));
    d->givenLabels.append(label);
    Q_EMIT givenKeysChanged();
    d->forgetOutlooks();
    d->examine();
    return {};
}

std::optional<base::Error> Session::addSecret(const base::SecretBytes &text,
                                              jose::SecretEncoding encoding)
{
    const auto secret = jose::decodeSecret(text.revealSecret(), encoding);
    if (!secret)
        return secret.error();
    const auto key = jose::Key::fromSecret(*secret);
    if (!key)
        return key.error();
    d->given.append(jose::KeySet::of(*key, jose::KeyOrigin::Secret));
    d->givenLabels.append(tr("shared secret of %1 bytes").arg(secret->size()));
    Q_EMIT givenKeysChanged();
    d->forgetOutlooks();
    d->examine();
    return {};
}

void Session::clearGivenKeys()
{
    d->given.clear();
    d->givenLabels.clear();
    Q_EMIT givenKeysChanged();
    d->forgetOutlooks();
    d->examine();
}

QStringList Session::givenKeyLabels() const
{
    return d->givenLabels;
}

void Session::openSample(const QString &name)
{
    d->practice.open(name);
}

bool Session::isOpeningSample() const
{
    return d->practice.isStarting();
}

bool Session::isPracticing() const
{
    return !d->practice.issuer().isEmpty() && d->practice.issuer() == d->issuer.text();
}

const QByteArray &Session::input() const
{
    return d->input;
}

void Session::setInput(const QByteArray &pasted)
{
    if (pasted == d->input && d->captures.fileName().isEmpty())
        return;
    d->input = pasted;
    d->captures.readText(pasted);
}

void Session::openFile(const QString &path)
{
    d->input.clear();
    Q_EMIT inputChanged();
    d->captures.openFile(path);
}

CaptureDesk &Session::captures() const
{
    return d->captures;
}

Outlook Session::outlookOf(qsizetype sighting) const
{
    const verdict::Examination &seen
        = d->outlooks.of(d->captures.capture().sightings.at(sighting), d->evidence());
    const verdict::Verdict judged
        = verdict::judge(seen, d->effectivePolicy(seen), d->instantOf(sighting));
    return {judged.decision, Outlooks::subjectOf(seen.token)};
}

const jose::CleanedInput &Session::cleaned() const
{
    return d->cleaned;
}

const verdict::Policy &Session::policy() const
{
    return d->policy;
}

void Session::setPolicy(const verdict::Policy &policy)
{
    if (policy == d->policy)
        return;
    d->policy = policy;
    Q_EMIT policyChanged();
    d->judge();
    Q_EMIT outlookChanged();
}

std::optional<base::Instant> Session::fixedInstant() const
{
    return d->fixedInstant;
}

void Session::setFixedInstant(std::optional<base::Instant> instant)
{
    d->fixedInstant = instant;
    d->forgetOutlooks();
    d->ticker.setRunning(hasToken() && !instant);
    d->judge();
}

void Session::judgeNow()
{
    if (d->fixedInstant)
        setFixedInstant({});
    if (d->captures.isAsOfCapture(d->captures.chosen()))
        d->captures.setAsOfCapture(false);
}

base::Instant Session::now() const
{
    return d->instantOf(d->captures.chosen());
}

base::Instant Session::wallClock() const
{
    return d->clock.now();
}

bool Session::hasToken() const
{
    return d->examination.token.form() != jose::Form::Empty;
}

bool Session::isExamining() const
{
    return d->examiner.isRunning() || d->captures.isReading();
}

const verdict::Examination &Session::examination() const
{
    return d->examination;
}

const verdict::Verdict &Session::verdict() const
{
    return d->verdict;
}

} // namespace ui
