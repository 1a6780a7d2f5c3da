// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <memory>

namespace ui::plaintext {

using namespace Qt::Literals::StringLiterals;

QString tip(const QString &text)
{
    constexpr qsizetype longest = 1200;
    if (text.isEmpty())
        return {};
    QString cut = text.size() > longest ? text.first(longest) + u'\u2026' : text;
    cut = cut.toHtmlEscaped();
    cut.replace(u'\n', "<br/>"_L1);
    return "<span>"_L1 + cut + "</span>"_L1;
}

void markSecret(QMimeData *data)
{
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"_ba);
}

void copy(const QString &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    markSecret(data.get());
    QGuiApplication::clipboard()->setMimeData(data.release());
}

QString localFile(const QMimeData *data)
{
    const QList<QUrl> urls = data != nullptr ? data->urls() : QList<QUrl>();
    const bool isOneFile = urls.size() == 1 && urls.first().isLocalFile();
    return isOneFile ? urls.first().toLocalFile() : QString();
}

} // namespace ui::plaintext
