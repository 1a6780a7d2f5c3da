// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, static_cast<std::size_t>(Symbol::Count)> files{
    "accepted"_L1, "rejected"_L1, "unknown"_L1, "warning"_L1, "skipped"_L1, "info"_L1,
    "copy"_L1,     "paste"_L1,    "open"_L1,    "fetch"_L1,   "cancel"_L1,  "key"_L1,
    "search"_L1,   "sample"_L1,   "ticket"_L1,  "drop"_L1,    "settings"_L1};

QByteArray source(Symbol symbol)
{
    QFile file(":/icons/"_L1 + files.at(static_cast<std::size_t>(symbol)) + ".svg"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap drawn(Symbol symbol, const QColor &color, const QSize &pixels)
{
    QPixmap result(pixels);
    result.fill(Qt::transparent);
    QByteArray svg = source(symbol);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&result);
    renderer.render(&painter);
    return result;
}

QPixmap cached(Symbol symbol, const QColor &color, const QSize &pixels)
{
    const QString key = u"assay/%1/%2/%3x%4"_s.arg(static_cast<int>(symbol))
                            .arg(color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap found;
    if (!QPixmapCache::find(key, &found)) {
        found = drawn(symbol, color, pixels);
        QPixmapCache::insert(key, found);
    }
    return found;
}

//! Asks for the colour each time it paints, so a change of theme needs no new icons.
class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(Symbol symbol, ColorRole role)
        : m_symbol(symbol)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        painter->drawPixmap(rect, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QColor tint = color(m_role);
        if (mode == QIcon::Disabled)
            tint = color(ColorRole::Muted);
        const int edge = qMin(size.width(), size.height());
        return cached(m_symbol, tint, QSize(edge, edge));
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedEngine(m_symbol, m_role); }

private:
    Symbol m_symbol;
    ColorRole m_role;
};

} // namespace

QIcon icon(Symbol symbol, ColorRole role)
{
    return QIcon(new TintedEngine(symbol, role));
}

QPixmap pixmap(Symbol symbol, const QColor &color, int size, qreal ratio)
{
    const int edge = qMax(1, qRound(size * ratio));
    QPixmap picture = cached(symbol, color, QSize(edge, edge));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

Look look(base::Outcome outcome)
{
    constexpr std::array looks{
        Look{Symbol::Accepted, ColorRole::Accepted, ColorRole::AcceptedSurface},
        Look{Symbol::Warning, ColorRole::Warning, ColorRole::WarningSurface},
        Look{Symbol::Rejected, ColorRole::Rejected, ColorRole::RejectedSurface},
        Look{Symbol::Skipped, ColorRole::Muted, ColorRole::UnknownSurface},
    };
    return looks.at(static_cast<std::size_t>(outcome));
}

Look look(verdict::Decision decision)
{
    constexpr std::array looks{
        Look{Symbol::Accepted, ColorRole::Accepted, ColorRole::AcceptedSurface},
        Look{Symbol::Rejected, ColorRole::Rejected, ColorRole::RejectedSurface},
        Look{Symbol::Unknown, ColorRole::Unknown, ColorRole::UnknownSurface},
    };
    return looks.at(static_cast<std::size_t>(decision));
}

} // namespace ui
