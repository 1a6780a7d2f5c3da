// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/options.h"

#include "app/cli/exitcodes.h"
#include "app/cli/manual.h"
#include "core/base/escape.h"
#include "core/report/tokenmask.h"

#include <CLI/CLI.hpp>

#include <sstream>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

//! CLI11 fills standard strings; they become QStrings once all of them are read.
struct Texts
{
    std::map<std::string, std::string> single;
    std::map<std::string, std::vector<std::string>> lists;

    [[nodiscard]] QString text(const char *name, const QString &fallback = {}) const
    {
        const auto at = single.find(name);
        return at == single.end() || at->second.empty() ? fallback
                                                        : QString::fromStdString(at->second);
    }
    [[nodiscard]] QStringList list(const char *name) const
    {
        QStringList all;
        if (const auto at = lists.find(name); at != lists.end()) {
            for (const auto &one : at->second)
                all += QString::fromStdString(one);
        }
        return all;
    }
};

//! The commands of the program with the variables that they fill.
class Commands
{
public:
    Commands()
    {
        m_app.require_subcommand(1);
        m_app.set_version_flag("--version", "assay-cli " ASSAY_VERSION);
        addInspect();
        addCapture();
        addPractice();
        m_man = m_app.add_subcommand("man", "Print the man page.");
        m_man->add_option("PROGRAM", m_texts.single["PROGRAM"], "assay-cli (default) or assay")
            ->check(CLI::IsMember({"assay-cli", "assay"}));
    }

    CLI::App &app() { return m_app; }
    [[nodiscard]] Options options() const;

private:
    void addInspect();
    void addCapture();
    void addPractice();
    CLI::Option *add(CLI::App *command, std::span<const Flag> flags, const char *name);
    void addList(CLI::App *command, std::span<const Flag> flags, const char *name);
    void addSwitch(CLI::App *command, std::span<const Flag> flags, const char *name, bool *value);
    [[nodiscard]] InspectOptions inspectOptions() const;
    [[nodiscard]] CaptureCommandOptions captureOptions() const;
    [[nodiscard]] PracticeOptions practiceOptions() const;
    [[nodiscard]] Format format() const;

    CLI::App m_app{"Is this token genuine, and if not, why? Nothing is sent anywhere unless an "
                   "issuer or a URL was given.",
                   "assay-cli"};
    CLI::App *m_inspect = nullptr;
    CLI::App *m_capture = nullptr;
    CLI::App *m_practice = nullptr;
    CLI::App *m_man = nullptr;
    Texts m_texts;
    bool m_asOfCapture = false;
    bool m_showTokens = false;
    bool m_offline = false;
    bool m_list = false;
};

//! A variable of the shell that is not set must not switch a check off: `--issuer "$ISSUER"`.
std::string refuseEmpty(const std::string &value)
{
    return value.empty() ? "the value is empty; is a variable of the shell not set?"
                         : std::string();
}

CLI::Option *Commands::add(CLI::App *command, std::span<const Flag> flags, const char *name)
{
    const auto &row = flag(flags, name);
    auto *option = command->add_option(name, m_texts.single[name], row.text);
    if (row.value != nullptr)
        option->type_name(row.value);
    return option->check(refuseEmpty);
}

void Commands::addList(CLI::App *command, std::span<const Flag> flags, const char *name)
{
    const auto &row = flag(flags, name);
    // Without allow_extra_args(false), `--audience A TOKEN` would take the token as an audience.
    command->add_option(name, m_texts.lists[name], row.text)
        ->type_name(row.value)
        ->check(refuseEmpty)
        ->allow_extra_args(false);
}

void Commands::addSwitch(CLI::App *command, std::span<const Flag> flags, const char *name,
                         bool *value)
{
    command->add_flag(name, *value, flag(flags, name).text);
}

void Commands::addInspect()
{
    m_inspect = m_app.add_subcommand("inspect", "Judge a token and say why.");
    const auto flags = inspectFlags();
    for (const auto *name : {"TOKEN", "--input", "--sample", "--issuer", "--jwks", "--secret-file",
                             "--client-id", "--max-auth-age", "--leeway", "--at", "--ca-file"})
        add(m_inspect, flags, name);
    for (const auto *name :
         {"--key", "--audience", "--require-scope", "--require-role", "--require-claim"})
        addList(m_inspect, flags, name);
    addSwitch(m_inspect, flags, "--offline", &m_offline);
    addSwitch(m_inspect, flags, "--as-of-capture", &m_asOfCapture);
    add(m_inspect, flags, "--which")->check(CLI::Range(1, 1'000'000));
    add(m_inspect, flags, "--profile")
        ->check(CLI::IsMember({"auto", "access", "id", "sensitive", "m2m", "any"}));
    add(m_inspect, flags, "--format")->check(CLI::IsMember({"text", "json", "markdown"}));
    add(m_inspect, flags, "--secret-encoding")
        ->check(CLI::IsMember({"utf8", "base64", "base64url", "hex"}))
        ->needs("--secret-file");
}

//! Its options share names with those of inspect, and only one of the commands runs.
void Commands::addCapture()
{
    m_capture = m_app.add_subcommand("capture", "List every token in a request, a HAR or a log.");
    const auto flags = captureFlags();
    add(m_capture, flags, "FILE");
    addSwitch(m_capture, flags, "--show-tokens", &m_showTokens);
    add(m_capture, flags, "--format")->check(CLI::IsMember({"text", "json", "markdown"}));
}

void Commands::addPractice()
{
    m_practice = m_app.add_subcommand("practice", "Run an issuer on this computer to try things.");
    const auto flags = practiceFlags();
    add(m_practice, flags, "--port")->check(CLI::Range(0, 65535));
    add(m_practice, flags, "--print");
    add(m_practice, flags, "--save-keys");
    addSwitch(m_practice, flags, "--list", &m_list);
}

InspectOptions Commands::inspectOptions() const
{
    InspectOptions options;
    options.token = m_texts.text("TOKEN");
    options.input = m_texts.text("--input");
    options.sample = m_texts.text("--sample");
    options.issuer = m_texts.text("--issuer");
    options.jwks = m_texts.text("--jwks");
    options.keys = m_texts.list("--key");
    options.secretFile = m_texts.text("--secret-file");
    options.secretEncoding = m_texts.text("--secret-encoding", options.secretEncoding);
    options.profile = m_texts.text("--profile", options.profile);
    options.audiences = m_texts.list("--audience");
    options.clientId = m_texts.text("--client-id");
    options.scopes = m_texts.list("--require-scope");
    options.roles = m_texts.list("--require-role");
    options.claims = m_texts.list("--require-claim");
    options.maxAuthAge = m_texts.text("--max-auth-age");
    options.leeway = m_texts.text("--leeway");
    options.at = m_texts.text("--at");
    options.caFile = m_texts.text("--ca-file");
    options.which = m_texts.text("--which");
    options.asOfCapture = m_asOfCapture;
    options.offline = m_offline;
    options.format = format();
    return options;
}

CaptureCommandOptions Commands::captureOptions() const
{
    return {m_texts.text("FILE"), m_showTokens, format()};
}

Format Commands::format() const
{
    const auto name = m_texts.text("--format");
    if (name == "json"_L1)
        return Format::Json;
    return name == "markdown"_L1 ? Format::Markdown : Format::Text;
}

PracticeOptions Commands::practiceOptions() const
{
    PracticeOptions options;
    const auto port = m_texts.text("--port");
    options.portGiven = !port.isEmpty();
    if (options.portGiven)
        options.port = port.toUShort();
    options.print = m_texts.text("--print");
    options.saveKeys = m_texts.text("--save-keys");
    options.list = m_list;
    return options;
}

Options Commands::options() const
{
    Options options;
    if (m_inspect->parsed())
        options.command = Command::Inspect;
    else if (m_capture->parsed())
        options.command = Command::Capture;
    else if (m_practice->parsed())
        options.command = Command::Practice;
    else if (m_man->parsed())
        options.command = Command::Man;
    options.inspect = inspectOptions();
    options.capture = captureOptions();
    options.practice = practiceOptions();
    options.manPage = m_texts.text("PROGRAM", u"assay-cli"_s);
    return options;
}

//! CLI11 only says that a command is missing, also where one was misspelled; and it quotes what it
//! does not know, which may be a token.
QString problemOf(const CLI::App &app, const CLI::ParseError &error, const QString &first)
{
    const bool isWord = !first.isEmpty() && !first.startsWith(u'-');
    return base::escape::forTerminal(report::withShortTokens(
        isWord && app.get_subcommands().empty()
            ? u"“%1” is no command. Commands: inspect, capture, practice, man"_s.arg(first)
            : QString::fromStdString(error.what())));
}

QString helpOf(const CLI::App &app)
{
    const auto used = app.get_subcommands();
    const auto name = used.empty() ? std::string() : used.front()->get_name() + ' ';
    return u"assay-cli %1--help"_s.arg(QString::fromStdString(name));
}

} // namespace

Parsed parse(int argc, const char *const *argv)
{
    Commands commands;
    Parsed parsed;
    try {
        commands.app().parse(argc, argv);
        parsed.options = commands.options();
    } catch (const CLI::ParseError &error) {
        // CLI11 has exit codes from 100 up; its help and version come as "errors" with code 0.
        std::ostringstream output;
        std::ostringstream problem;
        const bool isAnswer = commands.app().exit(error, output, problem) == 0;
        parsed.exitCode = isAnswer ? int(Accepted) : int(WrongUsage);
        if (isAnswer) {
            parsed.output = QString::fromStdString(output.str());
        } else {
            const auto first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
            parsed.problem = problemOf(commands.app(), error, first);
            parsed.help = helpOf(commands.app());
        }
    }
    return parsed;
}

} // namespace cli
