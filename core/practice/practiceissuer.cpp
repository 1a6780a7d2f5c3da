// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/practiceissuer.h"

#include "core/jose/threadstate.h"
#include "core/practice/endpoints.h"
#include "core/practice/httpserver.h"

#include <QFutureWatcher>
#include <QScopeGuard>
#include <QUuid>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace practice {

namespace {

using MadeKey = base::Result<jose::SigningKey>;
using MadeKeys = QList<QFuture<MadeKey>>;

MadeKey makeKey()
{
    const auto release = qScopeGuard(jose::releaseThreadState);
    return jose::SigningKey::generate("RS256");
}

} // namespace

class PracticeIssuer::Private
{
public:
    Private(PracticeIssuer *issuer, const base::Clock &wallClock)
        : q(issuer)
        , clock(wallClock)
        , server(
              {clock, [this](const HttpRequest &request) { return answerRequest(facts, request); }})
    {
        QObject::connect(&watcher, &QFutureWatcher<MadeKeys>::finished, q, [this] {
            const MadeKeys made = watcher.result();
            open(made.at(0).result(), made.at(1).result());
        });
    }

    void makeKeys();
    void open(const MadeKey &own, const MadeKey &strangers);

    PracticeIssuer *q;
    const base::Clock &clock;
    IssuerFacts facts;
    jose::SigningKey stranger;
    HttpServer server;
    // Not QFuture::then(this, …): in Qt 6.4 that fails an assertion when `this` has gone by then.
    QFutureWatcher<MadeKeys> watcher;
    quint16 wantedPort = 0;
    bool starting = false;
};

void PracticeIssuer::Private::makeKeys()
{
    MadeKeys keys{QtConcurrent::run(makeKey), QtConcurrent::run(makeKey)};
    watcher.setFuture(QtFuture::whenAll(keys.begin(), keys.end()));
}

void PracticeIssuer::Private::open(const MadeKey &own, const MadeKey &strangers)
{
    starting = false;
    if (!own || !strangers) {
        const base::Error &error = own ? strangers.error() : own.error();
        Q_EMIT q->failed({"practice.key"_L1, error.id + u": "_s + error.detail});
        return;
    }
    const base::Result<quint16> listening = server.listen(wantedPort);
    if (!listening) {
        Q_EMIT q->failed({"practice.port"_L1, listening.error().detail});
        return;
    }
    facts = {u"http://127.0.0.1:%1"_s.arg(*listening),
             QUuid::createUuid().toString(QUuid::WithoutBraces), *own, clock.now()};
    stranger = *strangers;
    Q_EMIT q->started(facts.issuer);
}

PracticeIssuer::PracticeIssuer(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(this, clock))
{
}

PracticeIssuer::~PracticeIssuer() = default;

void PracticeIssuer::start(quint16 port)
{
    if (m_d->starting || isRunning())
        return;
    m_d->starting = true;
    m_d->wantedPort = port;
    m_d->makeKeys();
}

bool PracticeIssuer::isRunning() const
{
    return m_d->server.isListening();
}

QString PracticeIssuer::issuer() const
{
    return m_d->facts.issuer;
}

const jose::SigningKey &PracticeIssuer::signingKey() const
{
    return m_d->facts.key;
}

QString PracticeIssuer::kid() const
{
    return m_d->facts.kid;
}

Mint PracticeIssuer::samplesMint() const
{
    return {m_d->facts.issuer, practiceClientId(), m_d->facts.kid, m_d->facts.key, m_d->stranger};
}

} // namespace practice
