// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/report/wordingargs.h"

#include "core/report/phrases.h"
#include "core/report/texts.h"
#include "core/report/times.h"
#include "core/report/words.h"

#include <array>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace report {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

//! More of a list than this says nothing more.
constexpr qsizetype listLimit = 6;

struct Context
{
    const base::Finding &finding;
    Standpoint now;
    Quote quote = base::escape::visible;
};

//! What a name in a row means for a finding.
QVariant valueOf(const base::Finding &finding, QStringView name)
{
    if (name == "expected"_L1)
        return finding.expected;
    if (name == "found"_L1)
        return finding.found;
    if (name == "subject"_L1)
        return finding.subject;
    if (name == "outcome"_L1)
        return int(finding.outcome);
    if (name == "slash"_L1) { // not a fact of its own: which side has the slash
        const auto wanted = finding.facts.value(u"closestWanted"_s, finding.expected).toString();
        return wanted.endsWith(u'/') ? u"wanted"_s : u"found"_s;
    }
    return finding.facts.value(name.toString());
}

//! Moments are facts in Unix milliseconds.
base::Instant instantOf(const QVariant &value)
{
    return base::Instant{milliseconds{value.toLongLong()}};
}

//! As it is, for texts and numbers.
QString plain(const QVariant &value, const Context &context)
{
    return foreign(value.toString(), context.quote);
}

//! Each item between quotation marks; of a long list the beginning.
QString list(const QVariant &value, const Context &context)
{
    QStringList shown;
    const auto items = value.toStringList();
    for (const auto &item : items.first(std::min(items.size(), listLimit)))
        shown += u'“' + foreign(item, context.quote) + u'”';
    auto text = shown.join(u", "_s);
    if (items.size() <= listLimit)
        return text;
    return filled(translated(QT_TRANSLATE_NOOP("report", "%1 and %2 more")),
                  {text, QString::number(items.size() - listLimit)});
}

//! Stable ids in the words of their table.
QString phrases(const QVariant &value, std::span<const Phrase> table, const Context &context)
{
    QStringList shown;
    for (const auto &id : value.toStringList())
        shown += phrase(table, id, context.quote);
    return shown.join(u", "_s);
}

QString duration(const QVariant &value, const Context &)
{
    return durationText(seconds{value.toLongLong()});
}

//! Clocks differ by less than a second often enough that "0 s" would hide it.
QString shortDuration(const QVariant &value, const Context &)
{
    const auto length = milliseconds{std::llabs(value.toLongLong())};
    return length < seconds{1}
        ? translated(QT_TRANSLATE_NOOP("report", "%1 ms")).arg(length.count())
        : durationText(length);
}

QString aheadOrBehind(const QVariant &value, const Context &context)
{
    const auto *text = value.toLongLong() >= 0
        ? QT_TRANSLATE_NOOP("report", "%1 ahead of this computer")
        : QT_TRANSLATE_NOOP("report", "%1 behind this computer");
    return filled(translated(text), {shortDuration(value, context)});
}

QString instant(const QVariant &value, const Context &)
{
    return utcText(instantOf(value));
}

QString relative(const QVariant &value, const Context &context)
{
    return relativeText(instantOf(value), context.now);
}

QString distance(const QVariant &value, const Context &context)
{
    return distanceText(instantOf(value), context.now.at);
}

QString past(const QVariant &value, const Context &context)
{
    return pastText(instantOf(value), context.now);
}

//! A finding about a part that cannot be read carries the error of its reader in its facts.
ErrorText errorText(const QVariant &value, const Context &context)
{
    const auto id = value.toString().toLatin1();
    const auto &facts = context.finding.facts;
    const auto offset = facts.value(u"offset"_s, -1).toLongLong();
    return wordFor(base::Error{QLatin1StringView(id), facts.value(u"detail"_s).toString(), offset},
                   context.quote);
}

QString errorTitle(const QVariant &value, const Context &context)
{
    return errorText(value, context).title;
}

QString errorExplanation(const QVariant &value, const Context &context)
{
    return errorText(value, context).explanation;
}

QString errorAction(const QVariant &value, const Context &context)
{
    return errorText(value, context).action;
}

//! The kind by its stable name.
QString kind(const QVariant &value, const Context &context)
{
    for (auto at = 0; at <= int(verdict::Kind::Opaque); ++at) {
        if (value.toString() == verdict::name(verdict::Kind(at)))
            return kindName(verdict::Kind(at));
    }
    return plain(value, context);
}

QString reasons(const QVariant &value, const Context &context)
{
    return phrases(value, kindReasonPhrases(), context);
}

QString removed(const QVariant &value, const Context &context)
{
    return phrases(value, cleaningPhrases(), context);
}

QString howCarried(const QVariant &value, const Context &context)
{
    return phrases(value, carryingPhrases(), context);
}

//! A sentence of its own with a blank before it, or nothing.
QString repair(const QVariant &value, const Context &context)
{
    const auto steps = phrases(value, repairPhrases(), context);
    const auto *text = QT_TRANSLATE_NOOP("report", "It would decode after: %1.");
    return steps.isEmpty() ? QString() : u' ' + filled(translated(text), {steps});
}

//! A sentence of its own as above, for who has not chosen a moment yet.
QString earlier(const QVariant &, const Context &context)
{
    const auto *text
        = QT_TRANSLATE_NOOP("report", "To judge what happened earlier, judge at another moment.");
    return context.now.asOf == verdict::AsOf::Now ? u' ' + translated(text) : QString();
}

struct Format
{
    QLatin1StringView name{};
    QString (*text)(const QVariant &, const Context &) = nullptr;
};

constexpr std::array formats{
    Format{""_L1, plain},
    Format{"list"_L1, list},
    Format{"duration"_L1, duration},
    Format{"ms"_L1, shortDuration},
    Format{"signed"_L1, aheadOrBehind},
    Format{"instant"_L1, instant},
    Format{"relative"_L1, relative},
    Format{"distance"_L1, distance},
    Format{"past"_L1, past},
    Format{"earlier"_L1, earlier},
    Format{"title"_L1, errorTitle},
    Format{"text"_L1, errorExplanation},
    Format{"action"_L1, errorAction},
    Format{"kind"_L1, kind},
    Format{"reasons"_L1, reasons},
    Format{"removed"_L1, removed},
    Format{"carrying"_L1, howCarried},
    Format{"repair"_L1, repair},
};

//! "seconds:duration" is the fact "seconds", shown as a duration.
QString formatted(QStringView argument, const Context &context)
{
    const auto colon = argument.indexOf(u':');
    const auto name = colon < 0 ? argument : argument.left(colon);
    const auto format = colon < 0 ? QStringView() : argument.mid(colon + 1);
    for (const auto &row : formats) {
        if (format == row.name)
            return row.text(valueOf(context.finding, name), context);
    }
    Q_ASSERT_X(false, "wording", "a row names an unknown format");
    return {};
}

} // namespace

bool fits(const WordingRow &row, const base::Finding &finding)
{
    const auto conditions = QString::fromLatin1(row.when);
    for (const auto condition : QStringView(conditions).split(u',', Qt::SkipEmptyParts)) {
        const auto equals = condition.indexOf(u'=');
        if (valueOf(finding, condition.left(equals)).toString() != condition.mid(equals + 1))
            return false;
    }
    return true;
}

QStringList arguments(const WordingRow &row, const base::Finding &finding, const Standpoint &now,
                      Quote quote)
{
    QStringList texts;
    const auto names = QString::fromLatin1(row.args);
    for (const auto name : QStringView(names).split(u' ', Qt::SkipEmptyParts))
        texts += formatted(name, {finding, now, quote});
    return texts;
}

} // namespace report
