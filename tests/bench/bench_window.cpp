// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/base/clock.h"
#include "core/jose/signer.h"
#include "tests/bench/ratios.h"
#include "ui/session/session.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Two tokens of about 900 bytes by one key, and that key as a person would hand it over.
struct Tokens
{
    QByteArray first;
    QByteArray second;
    QByteArray keys;
};

QByteArray claims(int number)
{
    return R"({"iss":"https://auth.example.com","aud":["https://auth.example.com"],)"
           R"("sub":"3b9e2f77-6c0e-4f4d-9a55-0f1f5f3c7d2)"
        + QByteArray::number(number)
        + R"(","client_id":"c0ffee0123456789","iat":1766537999,"exp":4102444800,)"
          R"("auth_time":1766530800,"amr":["otp","pwd"],"jti":"5f0c7e2ab1d94a5e8e7d1c3b2a190807",)"
          R"("https://authgear.com/claims/user/is_anonymous":false,)"
          R"("https://authgear.com/claims/user/is_verified":true,)"
          R"("https://authgear.com/claims/user/can_reauthenticate":true,)"
          R"("https://authgear.com/claims/user/roles":["reader","writer"],)"
          R"("scope":"openid offline_access https://authgear.com/scopes/full-access"})";
}

const Tokens &tokens()
{
    static const Tokens made = [] {
        const auto key = jose::SigningKey::generate("RS256");
        const QByteArray header = R"({"alg":"RS256","kid":"bench","typ":"at+jwt"})";
        return Tokens{*key->compact(header, claims(1)), *key->compact(header, claims(2)),
                      key->publicPem()};
    }();
    return made;
}

//! Knows when the window has put on the screen all that had changed.
class Paintings final : public QObject
{
public:
    explicit Paintings(QWidget *window)
        : QObject(window)
    {
        window->installEventFilter(this);
    }

    //! How often it was painted before nothing was left to paint.
    int finish()
    {
        int all = 0;
        do {
            m_count = 0;
            QCoreApplication::processEvents();
            all += m_count;
        } while (m_count > 0);
        return all;
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest)
            ++m_count;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

//! Paste, judge, paint: the whole window.
void BM_PasteToPainted(benchmark::State &state)
{
    const base::SystemClock clock;
    const QTemporaryDir folder; // no device: what is saved takes the place of what was there
    ui::Settings settings(folder.filePath(u"settings"_s));
    ui::Session session(clock);
    if (session.addKeys(tokens().keys, u"bench"_s))
        state.SkipWithError("the key was refused");
    ui::MainWindow window(&session, &settings);
    window.resize(1280, 800);
    Paintings paintings(&window);
    window.show();
    paintings.finish();
    bool isFirst = false;
    for (auto round : state) {
        isFirst = !isFirst;
        window.openText(isFirst ? tokens().first : tokens().second);
        if (paintings.finish() == 0)
            state.SkipWithError("nothing was painted");
    }
}
BENCHMARK(BM_PasteToPainted);

//! A frame of 60 Hz, burnt, so that it can stand in a ratio of the same run.
void BM_Frame(benchmark::State &state)
{
    constexpr std::chrono::microseconds frame{16'667};
    for (auto round : state) {
        const auto end = std::chrono::steady_clock::now() + frame;
        while (std::chrono::steady_clock::now() < end) { }
    }
}
BENCHMARK(BM_Frame);

//! Everything between the text and the verdict.
void BM_Compute(benchmark::State &state)
{
    verdict::Evidence evidence;
    evidence.given = {*jose::KeySet::fromFile(tokens().keys, jose::KeyOrigin::File)};
    const base::Instant now{std::chrono::seconds{1'766'538'000}};
    for (auto round : state) {
        const auto examination = verdict::examine(jose::Token::read(tokens().first), evidence);
        benchmark::DoNotOptimize(verdict::judge(examination, {}, now));
    }
}
BENCHMARK(BM_Compute);

void BM_VerifyOnly(benchmark::State &state)
{
    const QList<jose::KeySet> keys{*jose::KeySet::fromFile(tokens().keys, jose::KeyOrigin::File)};
    const auto token = jose::Token::read(tokens().first);
    for (auto round : state)
        benchmark::DoNotOptimize(jose::verify(token.signatures().first(), keys));
}
BENCHMARK(BM_VerifyOnly);

constexpr Ratio aims[] = {
    {"paste to painted, of a frame", "BM_PasteToPainted", "BM_Frame", 0.40},
    {"text to verdict against the signature alone", "BM_Compute", "BM_VerifyOnly", 1.50},
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    return ratios::run(argc, argv, aims);
}
