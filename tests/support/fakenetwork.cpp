// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/fakenetwork.h"

#include <QMap>
#include <QMutex>
#include <QObject>
#include <QSemaphore>
#include <QSet>
#include <QTimer>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

enum class Kind : quint8 { Answer, Silence, Hang };

struct Plan
{
    Kind kind = Kind::Answer;
    http::Exchange answer;
};

constexpr int hangMilliseconds = 5000; // at the very most

} // namespace

struct FakeNetwork::State
{
    mutable QMutex mutex;
    QMap<QByteArray, QList<Plan>> plans;
    QMap<QString, QStringList> names;
    QString proxy;
    QList<net::Hop> asked;
    QStringList resolved;
    QSet<QByteArray> unplanned;
    int aborts = 0;
    QSemaphore hanging;
    std::atomic<bool> hangsWhenDeleted = false;

    void add(const QByteArray &url, const Plan &plan)
    {
        const QMutexLocker lock(&mutex);
        plans[url].append(plan);
    }

    Plan take(const net::Hop &hop)
    {
        const QMutexLocker lock(&mutex);
        asked.append(hop);
        QList<Plan> &queue = plans[hop.url];
        if (queue.size() > 1)
            return queue.takeFirst();
        if (!queue.isEmpty())
            return queue.first();
        unplanned.insert(hop.url);
        Plan failure;
        failure.answer.error = base::Error{"fake.unplanned"_L1, QString::fromUtf8(hop.url), -1};
        return failure;
    }
};

namespace {

class FakeTransport final : public net::Transport
{
public:
    explicit FakeTransport(std::shared_ptr<FakeNetwork::State> state)
        : m_state(std::move(state))
    {
    }

    ~FakeTransport() override
    {
        if (m_state->hangsWhenDeleted)
            m_state->hanging.tryAcquire(1, hangMilliseconds);
    }

    void begin(const net::FetchRequest & /*request*/) override { }

    QString proxyFor(const QByteArray & /*url*/) override
    {
        const QMutexLocker lock(&m_state->mutex);
        return m_state->proxy;
    }

    void resolve(const QString &host, Resolved resolved) override
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->resolved.append(host);
        const QStringList addresses = m_state->names.value(host, {u"203.0.113.10"_s});
        later([resolved = std::move(resolved), addresses] { resolved(addresses); });
    }

    void get(const net::Hop &hop, Answered answered) override
    {
        const Plan plan = m_state->take(hop);
        if (plan.kind == Kind::Hang)
            m_state->hanging.tryAcquire(1, hangMilliseconds);
        if (plan.kind == Kind::Answer)
            later([answered = std::move(answered), answer = plan.answer] { answered(answer); });
    }

    http::Exchange abort() override
    {
        m_context = std::make_unique<QObject>();
        const QMutexLocker lock(&m_state->mutex);
        ++m_state->aborts;
        return {};
    }

private:
    template <typename Call>
    void later(Call call)
    {
        QTimer::singleShot(0, m_context.get(), std::move(call));
    }

    std::shared_ptr<FakeNetwork::State> m_state;
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>();
};

} // namespace

FakeNetwork::FakeNetwork()
    : m_state(std::make_shared<State>())
{
}

void FakeNetwork::plan(const QByteArray &url, const http::Exchange &answer)
{
    m_state->add(url, {Kind::Answer, answer});
}

void FakeNetwork::planJson(const QByteArray &url, const QByteArray &json)
{
    planStatus(url, 200, json);
}

void FakeNetwork::planStatus(const QByteArray &url, int status, const QByteArray &body)
{
    http::Exchange answer;
    answer.status = status;
    answer.body = body;
    const bool json = body.startsWith('{') || body.startsWith('[');
    answer.answerHeaders.append("Content-Type", json ? "application/json" : "text/plain");
    plan(url, answer);
}

void FakeNetwork::planRedirect(const QByteArray &url, const QByteArray &location, int status)
{
    http::Exchange answer;
    answer.status = status;
    answer.answerHeaders.append("Location", location);
    plan(url, answer);
}

void FakeNetwork::planError(const QByteArray &url, QLatin1StringView id)
{
    http::Exchange answer;
    answer.error = base::Error{id, u"planned"_s, -1};
    plan(url, answer);
}

void FakeNetwork::planSilence(const QByteArray &url)
{
    m_state->add(url, {Kind::Silence, {}});
}

void FakeNetwork::planHang(const QByteArray &url)
{
    m_state->add(url, {Kind::Hang, {}});
}

void FakeNetwork::hangWhenDeleted()
{
    m_state->hangsWhenDeleted = true;
}

void FakeNetwork::letGo()
{
    m_state->hanging.release(1000);
}

void FakeNetwork::resolve(const QString &host, const QStringList &addresses)
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->names.insert(host, addresses);
}

void FakeNetwork::setProxy(const QString &proxy)
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->proxy = proxy;
}

QList<net::Hop> FakeNetwork::asked() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->asked;
}

QList<QByteArray> FakeNetwork::askedUrls() const
{
    QList<QByteArray> urls;
    for (const net::Hop &hop : asked())
        urls.append(hop.url);
    return urls;
}

QStringList FakeNetwork::resolved() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->resolved;
}

int FakeNetwork::aborts() const
{
    const QMutexLocker lock(&m_state->mutex);
    return m_state->aborts;
}

QStringList FakeNetwork::complaints() const
{
    const QList<QByteArray> urls = askedUrls();
    const QMutexLocker lock(&m_state->mutex);
    QStringList complaints;
    for (const QByteArray &url : m_state->unplanned)
        complaints.append("not planned: "_L1 + QString::fromUtf8(url));
    for (auto plan = m_state->plans.cbegin(); plan != m_state->plans.cend(); ++plan) {
        if (!urls.contains(plan.key()))
            complaints.append("not asked: "_L1 + QString::fromUtf8(plan.key()));
    }
    return complaints;
}

std::unique_ptr<net::Transport> FakeNetwork::transport() const
{
    return std::make_unique<FakeTransport>(m_state);
}

net::TransportFactory FakeNetwork::factory() const
{
    return [state = m_state] { return std::make_unique<FakeTransport>(state); };
}

} // namespace support
