// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/ratios.h"
#include "ui/widgets/claimsview.h"
#include "ui/widgets/tokeneditor.h"
#include "ui/widgets/verdictbanner.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize pane(730, 480);

//! 806 kB, nested as Authgear's custom attributes are.
const base::json::Document &tenThousandClaims()
{
    static const base::json::Document document = [] {
        QByteArray json = "{";
        for (int i = 0; i < 10'000; ++i) {
            json += (i > 0 ? "," : "") + "\"claim_"_ba + QByteArray::number(i)
                + R"(":{"value":"text of claim","list":[1,2.5,true],"note":null,"n":12345})";
        }
        return base::json::Document::read(json + "}");
    }();
    return document;
}

//! The same, as an editor would show it: one line a value.
const QString &prettyClaims()
{
    static const QString text = [] {
        QString pretty = QString::fromUtf8(tenThousandClaims().bytes());
        pretty.replace(u',', u",\n"_s).replace(u'{', u"{\n"_s).replace(u'}', u"\n}"_s);
        return pretty;
    }();
    return text;
}

const QByteArray &megabyteToken()
{
    static const QByteArray token
        = "eyJhbGciOiJSUzI1NiJ9." + QByteArray(1024 * 1024, 'a') + ".c2ln";
    return token;
}

void show(QWidget *widget)
{
    widget->resize(pane);
    widget->show();
    QCoreApplication::processEvents();
}

void BM_ClaimsTree(benchmark::State &state)
{
    ui::ClaimsView view(ui::ClaimSet::Payload);
    show(&view);
    for (auto round : state) {
        view.setDocument({});
        view.setDocument(tenThousandClaims());
        QCoreApplication::processEvents();
        view.repaint();
    }
}
BENCHMARK(BM_ClaimsTree);

void BM_ClaimsText(benchmark::State &state)
{
    QPlainTextEdit view;
    show(&view);
    for (auto round : state) {
        view.setPlainText(prettyClaims());
        QCoreApplication::processEvents();
        view.repaint();
    }
}
BENCHMARK(BM_ClaimsText);

void BM_MegabyteToken(benchmark::State &state)
{
    ui::TokenEditor editor;
    show(&editor);
    for (auto round : state) {
        editor.setBytes("short");
        editor.setBytes(megabyteToken());
        QCoreApplication::processEvents();
        editor.repaint();
    }
}
BENCHMARK(BM_MegabyteToken);

void BM_MegabyteText(benchmark::State &state)
{
    QPlainTextEdit editor;
    editor.setWordWrapMode(QTextOption::WrapAnywhere);
    show(&editor);
    const QString text = QString::fromLatin1(megabyteToken());
    for (auto round : state) {
        editor.setPlainText(u"short"_s);
        editor.setPlainText(text);
        QCoreApplication::processEvents();
        editor.repaint();
    }
}
BENCHMARK(BM_MegabyteText);

//! What one second of the countdown costs.
void BM_Tick(benchmark::State &state)
{
    ui::VerdictBanner banner;
    show(&banner);
    verdict::Verdict verdict;
    verdict.moments.expires = base::Instant{std::chrono::hours{1'000'000}};
    const report::Headline headline{u"Accepted"_s, u"signature valid"_s, u"key 1"_s};
    for (auto round : state) {
        verdict.at += std::chrono::seconds{1};
        banner.setVerdict(headline, verdict);
        QCoreApplication::processEvents();
    }
}
BENCHMARK(BM_Tick);

void BM_BareLabel(benchmark::State &state)
{
    QLabel label;
    label.setFont(ui::scaled(label.font(), 2.0, QFont::DemiBold));
    show(&label);
    int seconds = 0;
    for (auto round : state) {
        ++seconds;
        label.setText(u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
        QCoreApplication::processEvents();
    }
}
BENCHMARK(BM_BareLabel);

constexpr std::array<Ratio, 3> aims{{
    {"10,000 claims, tree against text", "BM_ClaimsTree", "BM_ClaimsText", 0.05},
    {"1 MB token in one line", "BM_MegabyteToken", "BM_MegabyteText", 0.10},
    {"one second of the countdown", "BM_Tick", "BM_BareLabel", 1.30},
}};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    ui::applyTheme(false);
    return ratios::run(argc, argv, aims);
}
