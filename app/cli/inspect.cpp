// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/inspect.h"

#include "app/cli/choice.h"
#include "app/cli/evidence.h"
#include "app/cli/exitcodes.h"
#include "app/cli/terminal.h"
#include "core/practice/samples.h"
#include "core/report/captureformats.h"

#include <algorithm>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace cli {

Inspect::Inspect(InspectOptions options, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_client(clock)
    , m_practice(clock)
{
    connect(&m_client, &net::IssuerClient::finished, this, &Inspect::onFetched);
    connect(&m_practice, &practice::PracticeIssuer::started, this, &Inspect::useSample);
    connect(&m_practice, &practice::PracticeIssuer::failed, this,
            [this](const base::Error &error) { fail(error, InternalError); });
}

void Inspect::start()
{
    const auto settings = understand(m_options);
    if (!settings)
        return fail(settings.error(), WrongUsage);
    m_settings = *settings;
    const auto evidence = givenEvidence(m_options, m_settings);
    if (!evidence)
        return fail(evidence.error(), UnreadableInput);
    m_evidence = *evidence;
    const auto authorities = readAuthorities(m_options.caFile);
    if (!authorities)
        return fail(authorities.error(), UnreadableInput);
    m_caFile = *authorities;
    if (m_options.sample.isEmpty())
        readInput();
    else
        startSample();
}

void Inspect::startSample()
{
    const auto all = practice::samples();
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const auto &row) { return m_options.sample == row.name; });
    if (!known)
        return fail({"sample.unknown"_L1, m_options.sample, -1}, WrongUsage);
    m_practice.start();
}

void Inspect::useSample(const QString &issuer)
{
    const auto name = m_options.sample.toLatin1();
    const auto token
        = practice::mint(QLatin1StringView(name), m_practice.samplesMint(), m_clock.now());
    const auto input = oidc::parseIssuer(issuer);
    if (!token || !input)
        return fail(token ? input.error() : token.error(), InternalError);
    m_settings.issuer = *input;
    useInput({*token, capture::read(*token)});
}

void Inspect::readInput()
{
    if (!m_options.token.isEmpty() && m_options.token != "-"_L1) {
        const auto text = m_options.token.toUtf8();
        return useInput({text, capture::read(text)});
    }
    if (m_options.input.isEmpty() && m_options.token.isEmpty() && isTerminal(STDIN_FILENO))
        return fail({"usage.no_token"_L1, {}, -1}, WrongUsage);
    const auto content = readCapture(m_options.input.isEmpty() ? u"-"_s : m_options.input);
    if (!content)
        return fail(content.error(), UnreadableInput);
    useInput(*content);
}

void Inspect::useInput(const CaptureInput &input)
{
    const auto choice = choose(input, m_settings.which);
    if (!choice)
        return complainOf(choice.error(), input.capture);
    if (m_options.asOfCapture && !useTimeOf(input.capture, choice->sighting))
        return fail({"usage.no_capture_time"_L1, {}, -1}, WrongUsage);
    if (choice->sighting >= 0) {
        m_carried = report::carriedOf(input.capture, choice->sighting);
        m_carried->isJudgedThen = m_settings.at.has_value();
    }
    m_evidence.presentation = choice->presentation;
    useToken(choice->token);
}

void Inspect::useToken(const QByteArray &token)
{
    m_token = jose::Token::read(token);
    fetchOrJudge();
}

bool Inspect::useTimeOf(const capture::Capture &capture, qsizetype sighting)
{
    if (sighting >= 0)
        m_settings.at = capture.timeOf(capture.sightings[sighting]);
    return m_settings.at.has_value();
}

//! What there is to choose from, or why nothing was found, is worth more than the refusal alone.
void Inspect::complainOf(const base::Error &error, const capture::Capture &capture)
{
    const bool isText = m_options.format == Format::Text;
    const report::CaptureOptions options{false, wantsColour(), terminalWidth()};
    if (isText && error.id == "input.several_tokens"_L1)
        writeOut(report::toList(capture, options));
    if (isText && error.id == "input.no_token"_L1)
        writeOut(report::toText(capture, options));
    if (error.id == "input.no_token"_L1)
        return fail(error, CannotTell);
    fail(error, error.id == "input.empty"_L1 ? UnreadableInput : WrongUsage);
}

void Inspect::fetchOrJudge()
{
    const bool asked = m_settings.issuer || !m_settings.jwksUrl.isEmpty();
    if (asked && !m_options.offline)
        fetch();
    else
        judge();
}

void Inspect::fetch()
{
    net::FetchRequest request;
    request.issuer = m_settings.issuer.value_or(oidc::IssuerInput{});
    request.jwksUrl = m_settings.jwksUrl;
    request.extraCaPem = m_caFile;
    m_client.fetch(request);
}

void Inspect::onFetched(const oidc::IssuerSnapshot &snapshot)
{
    m_evidence.snapshot = snapshot;
    judge();
}

void Inspect::judge()
{
    auto examination = verdict::examine(m_token, m_evidence);
    if (namesUnknownKey(examination) && !std::exchange(m_fetchedAgain, true))
        return fetch();
    const auto now = m_settings.at.value_or(m_clock.now());
    const auto policy = m_options.sample.isEmpty()
        ? m_settings.policy
        : verdict::completed(m_settings.policy, examination, practice::practiceClientId(),
                             practice::practiceResource());
    auto verdict = verdict::judge(examination, policy, now);
    verdict.asOf = asOf();
    const auto exitCode = exitCodeOf(verdict.decision);
    print({std::move(examination), std::move(verdict), m_carried});
    Q_EMIT finished(exitCode);
}

verdict::AsOf Inspect::asOf() const
{
    using enum verdict::AsOf;
    if (!m_settings.at)
        return Now;
    return m_options.asOfCapture && m_carried && m_carried->request ? Request : Other;
}

//! Keys may have been rotated while they were fetched: one more look, never a loop.
bool Inspect::namesUnknownKey(const verdict::Examination &examination) const
{
    const bool online = m_evidence.snapshot && m_evidence.snapshot->hasKeys();
    const auto &results = examination.signatures;
    return online && std::any_of(results.begin(), results.end(), [](const auto &result) {
               return result.reason == "kid.unknown"_L1;
           });
}

void Inspect::print(const report::Inspection &inspection)
{
    const auto &snapshot = inspection.examination.evidence.snapshot;
    const bool isSeen = m_options.format == Format::Text && isTerminal(STDOUT_FILENO);
    if (snapshot && snapshot->error && !isSeen)
        complain(*snapshot->error); // The text report says it as well.
    if (m_options.format == Format::Json)
        writeOut(report::toJson(inspection));
    else if (m_options.format == Format::Markdown)
        writeOut(report::toMarkdown(inspection));
    else
        writeOut(report::toText(inspection, {wantsColour(), terminalWidth(), true}));
}

void Inspect::fail(const base::Error &error, int exitCode)
{
    complain(error);
    if (m_options.format == Format::Json)
        writeOut(report::toJson(error));
    Q_EMIT finished(exitCode);
}

} // namespace cli
