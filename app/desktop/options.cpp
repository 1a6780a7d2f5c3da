// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/options.h"

#include "core/practice/samples.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace desktop {

namespace {

struct Flag
{
    QLatin1StringView name;
    const char *help = nullptr;
    QLatin1StringView value;
    void (*read)(const QString &text, Options *options) = nullptr;
};

void readTheme(const QString &text, Options *options)
{
    options->theme = ui::themeFromName(text);
    if (!options->theme)
        options->problem = u"--theme takes light, dark or system, not “%1”."_s.arg(text);
}

void readInstant(const QString &text, Options *options)
{
    const auto instant = base::parseInstant(text.toUtf8());
    if (instant)
        options->at = *instant;
    else
        options->problem
            = u"--at takes RFC 3339 (2026-08-24T14:02:11Z) or Unix seconds, not “%1”."_s.arg(text);
}

void readPage(const QString &text, Options *options)
{
    if (text != "inspect"_L1)
        options->problem = u"--page takes inspect, not “%1”."_s.arg(text);
}

void readSample(const QString &text, Options *options)
{
    const auto all = practice::samples();
    const bool isKnown = std::any_of(all.begin(), all.end(),
                                     [&](const auto &sample) { return sample.name == text; });
    options->sample = text;
    if (isKnown)
        return;
    QStringList names;
    for (const auto &sample : all)
        names.append(QString(sample.name));
    options->problem = u"--sample takes one of %1; not “%2”."_s.arg(names.join(", "_L1), text);
}

void readSize(const QString &text, Options *options)
{
    const auto sides = text.split(u'x');
    options->size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || options->size.width() < 200 || options->size.height() < 200
        || options->size.width() > 16'000 || options->size.height() > 16'000)
        options->problem = u"--size takes WIDTHxHEIGHT, such as 1280x800, not “%1”."_s.arg(text);
}

//! As file managers start a program. Whatever is no file is not repeated: it may be a token.
void readFile(const QStringList &arguments, Options *options)
{
    const bool isFile = arguments.size() == 1 && QFileInfo::exists(arguments.first());
    if (isFile)
        options->input = arguments.first();
    else if (arguments.size() > 1)
        options->problem = u"One file can be opened at a time."_s;
    else if (!arguments.isEmpty())
        options->problem = u"There is no such file. A token does not belong on the command line; "
                           "use --input FILE or --input -."_s;
}

constexpr Flag flags[] = {
    {"issuer"_L1, "Fetch the keys of this issuer.", "URL"_L1,
     [](const QString &text, Options *options) { options->issuer = text; }},
    {"input"_L1, "Open this token, HAR file, log or request, or - for standard input.", "FILE"_L1,
     [](const QString &text, Options *options) { options->input = text; }},
    {"sample"_L1, "Start the practice issuer and open this sample.", "NAME"_L1, readSample},
    {"page"_L1, "Show this page: inspect.", "NAME"_L1, readPage},
    {"theme"_L1, "light, dark or system, for this run.", "NAME"_L1, readTheme},
    {"at"_L1, "Judge at this moment instead of now.", "INSTANT"_L1, readInstant},
    {"screenshot"_L1, "Write a picture of the window as PNG and stop.", "FILE"_L1,
     [](const QString &text, Options *options) { options->screenshot = text; }},
    {"size"_L1, "Size of the window, such as 1280x800.", "WxH"_L1, readSize},
};

} // namespace

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Token debugger for Authgear and any OpenID Connect issuer."_s);
    // Qt's own help option would also promise --help-all.
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Print this help and stop."_s);
    parser.addOption(help);
    const auto version = parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, u"Open this file, as --input does."_s, u"[FILE]"_s);
    for (const auto &flag : flags)
        parser.addOption({flag.name, QString::fromLatin1(flag.help), flag.value});

    Options options;
    if (!parser.parse(arguments))
        options.problem = parser.errorText();
    else if (parser.isSet(help))
        options.answer = parser.helpText();
    else if (parser.isSet(version))
        options.answer = u"assay %1\n"_s.arg(QCoreApplication::applicationVersion());
    else
        readFile(parser.positionalArguments(), &options);
    for (const auto &flag : flags) {
        if (options.problem.isEmpty() && parser.isSet(flag.name))
            flag.read(parser.value(flag.name), &options);
    }
    return options;
}

} // namespace desktop
