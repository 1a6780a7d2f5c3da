// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/practice/practiceissuer.h"

#include "core/practice/endpoints.h"
#include "core/practice/httpserver.h"

#include <QFutureWatcher>
#include <QUuid>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace practice {

namespace {

using MadeKey = base::Result<jose::SigningKey>;

MadeKey makeKey()
{
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
        for (auto *watcher : {&own, &strangers})
            QObject::connect(watcher, &QFutureWatcher<MadeKey>::finished, q,
                             [this] { onKeyMade(); });
    }

    void makeKeys();
    void onKeyMade();
    void open(const MadeKey &signing, const MadeKey &foreign);

    PracticeIssuer *q;
    const base::Clock &clock;
    IssuerFacts facts;
    jose::SigningKey stranger;
    HttpServer server;
    // Not QFuture::then(this, …): in Qt 6.4 that fails an assertion when `this` has gone by then.
    // Nor QtFuture::whenAll(): there nobody frees the keys when nobody waits for them any more.
    QFutureWatcher<MadeKey> own;
    QFutureWatcher<MadeKey> strangers;
    quint16 wantedPort = 0;
    bool starting = false;
};

void PracticeIssuer::Private::makeKeys()
{
    own.setFuture(QtConcurrent::run(makeKey));
    strangers.setFuture(QtConcurrent::run(makeKey));
}

void PracticeIssuer::Private::onKeyMade()
{
    if (starting && own.isFinished() && strangers.isFinished())
        open(own.result(), strangers.result());
}

void PracticeIssuer::Private::open(const MadeKey &signing, const MadeKey &foreign)
{
    starting = false;
    if (!signing || !foreign) {
        const base::Error &error = signing ? foreign.error() : signing.error();
        Q_EMIT q->failed({"practice.key"_L1, error.id + u": "_s + error.detail});
        return;
    }
    const base::Result<quint16> listening = server.listen(wantedPort);
    if (!listening) {
        Q_EMIT q->failed({"practice.port"_L1, listening.error().detail});
        return;
    }
    facts = {u"http://127.0.0.1:%1"_s.arg(*listening),
             QUuid::createUuid().toString(QUuid::WithoutBraces), *signing, clock.now()};
    stranger = *foreign;
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
