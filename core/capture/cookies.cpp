// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/carryingrules.h"
#include "core/capture/credentials.h"

#include <QHash>
#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

NamedText pairOf(const SourceText &piece)
{
    const QByteArrayView bytes = piece.bytes();
    const qsizetype equals = bytes.indexOf('=');
    if (equals < 0) // RFC 6265 section 5.2 drops it; browsers keep it as a value without a name
        return {piece.sliced(piece.size()), piece.trimmed()};
    return {piece.sliced(0, equals).trimmed(), piece.sliced(equals + 1).trimmed()};
}

//! A name that ends in a number, as the programs that cut cookies write it.
struct NumberedName
{
    QByteArray base; //!< With the separator, so that two ways of numbering do not mix.
    qsizetype baseSize = 0; //!< Without it.
    int number = -1;
};

NumberedName numbered(const QByteArray &name)
{
    constexpr qsizetype mostDigits = 3;
    qsizetype digits = name.size();
    while (digits > 0 && name[digits - 1] >= '0' && name[digits - 1] <= '9')
        --digits;
    const qsizetype count = name.size() - digits;
    if (count == 0 || count > mostDigits || digits < 2)
        return {};
    const char separator = name[digits - 1];
    if (separator != '.' && separator != '-' && separator != '_' && separator != 'C')
        return {};
    return {name.first(digits), digits - 1, name.sliced(digits).toInt()};
}

//! Whether ASP.NET's first cookie announces the pieces: "name=chunks-3" or "chunks:3".
bool isAnnouncement(const SourceText &value)
{
    return value.bytes().startsWith("chunks-") || value.bytes().startsWith("chunks:");
}

//! The cookies of a header by what their names have in common.
class ChunkJoiner
{
public:
    explicit ChunkJoiner(const QList<NamedText> &cookies);

    [[nodiscard]] QList<NamedText> join() const;

private:
    [[nodiscard]] bool isComplete(const QByteArray &base) const;
    [[nodiscard]] NamedText joined(const QByteArray &base) const;

    const QList<NamedText> &m_cookies;
    QList<NumberedName> m_names; //!< In step with the cookies.
    QHash<QByteArray, QMap<int, qsizetype>> m_groups;
    QHash<QByteArray, qsizetype> m_announced;
};

ChunkJoiner::ChunkJoiner(const QList<NamedText> &cookies)
    : m_cookies(cookies)
{
    for (qsizetype at = 0; at < cookies.size(); ++at) {
        const NumberedName name = numbered(cookies[at].name.bytes());
        m_names.append(name);
        if (name.number >= 0 && !m_groups[name.base].contains(name.number))
            m_groups[name.base].insert(name.number, at);
        if (isAnnouncement(cookies[at].value))
            m_announced.insert(cookies[at].name.bytes(), at);
    }
}

//! Numbers without a gap from where the way of numbering begins. A single piece is a cookie whose
//! name happens to end in a number.
bool ChunkJoiner::isComplete(const QByteArray &base) const
{
    const QMap<int, qsizetype> &pieces = m_groups[base];
    const bool isAspNet = base.endsWith('C');
    if (isAspNet && !m_announced.contains(base.chopped(1)))
        return false;
    const int first = pieces.firstKey();
    const bool isCounted = pieces.lastKey() - first + 1 == pieces.size();
    return isCounted && first <= 1 && (pieces.size() > 1 || isAspNet);
}

NamedText ChunkJoiner::joined(const QByteArray &base) const
{
    const QMap<int, qsizetype> &pieces = m_groups[base];
    const SourceText &name = m_cookies[pieces.first()].name;
    SourceText value;
    for (const qsizetype at : pieces)
        value.append(m_cookies[at].value);
    return {name.sliced(0, base.size() - 1), value};
}

QList<NamedText> ChunkJoiner::join() const
{
    QList<NamedText> result;
    QHash<QByteArray, bool> isJoined;
    for (qsizetype at = 0; at < m_cookies.size(); ++at) {
        const NumberedName &name = m_names[at];
        const bool isAnnounced = isAnnouncement(m_cookies[at].value)
            && m_groups.contains(m_cookies[at].name.bytes() + 'C');
        if (isAnnounced)
            continue;
        if (name.number < 0 || !isComplete(name.base))
            result.append(m_cookies[at]);
        else if (!std::exchange(isJoined[name.base], true))
            result.append(joined(name.base));
    }
    return result;
}

//! How many pieces there are of each base name. Counted once: a header can hold any number.
QHash<QByteArray, qsizetype> pieceCounts(const QList<NamedText> &cookies)
{
    QHash<QByteArray, qsizetype> counts;
    for (const NamedText &cookie : cookies) {
        const NumberedName name = numbered(cookie.name.bytes());
        if (name.number >= 0)
            ++counts[name.base.first(name.baseSize)];
    }
    return counts;
}

} // namespace

QList<NamedText> cookiePairs(const SourceText &value)
{
    QList<NamedText> pairs;
    for (const SourceText &piece : value.split(';')) {
        const SourceText trimmed = piece.trimmed();
        if (!trimmed.isEmpty())
            pairs.append(pairOf(trimmed));
    }
    return pairs;
}

NamedText setCookiePair(const SourceText &value)
{
    return pairOf(value.split(';', 2).first());
}

QList<NamedText> joinedChunks(const QList<NamedText> &cookies)
{
    return ChunkJoiner(cookies).join();
}

void collectJoined(Collector &collector, qsizetype request, Side side,
                   const QList<NamedText> &cookies)
{
    const QHash<QByteArray, qsizetype> counts = pieceCounts(cookies);
    for (const NamedText &cookie : joinedChunks(cookies)) {
        const qsizetype pieces = counts.value(cookie.name.bytes());
        Collector::Around around;
        // What came in pieces stands in several places.
        if (pieces > 0 && !cookie.value.isVerbatim())
            around.findings = {carryingFinding("carrying.chunked"_L1, QString::number(pieces),
                                               {{"count"_L1, qlonglong(pieces)}})};
        const Collector::Around before = collector.setAround(around);
        collector.cookie(request, side, cookie.name, cookie.value);
        collector.setAround(before);
    }
}

} // namespace capture
