// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/capturecommand.h"

#include "app/cli/captureinput.h"
#include "app/cli/exitcodes.h"
#include "app/cli/terminal.h"
#include "core/report/captureformats.h"
#include "core/report/formats.h"

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace cli {

namespace {

int fail(const base::Error &error, Format format, int exitCode)
{
    complain(error);
    if (format == Format::Json)
        writeOut(report::toJson(error));
    return exitCode;
}

void print(const capture::Capture &capture, const CaptureCommandOptions &options)
{
    const report::CaptureOptions shown{options.showTokens, wantsColour(), terminalWidth()};
    if (options.format == Format::Json)
        writeOut(report::toJson(capture, shown));
    else if (options.format == Format::Markdown)
        writeOut(report::toMarkdown(capture, shown));
    else
        writeOut(report::toText(capture, shown));
}

} // namespace

int listCapture(const CaptureCommandOptions &options)
{
    if (options.file.isEmpty() && isTerminal(STDIN_FILENO))
        return fail({"usage.no_capture"_L1, {}, -1}, options.format, WrongUsage);
    const auto input = readCapture(options.file.isEmpty() ? u"-"_s : options.file);
    if (!input)
        return fail(input.error(), options.format, UnreadableInput);
    print(input->capture, options);
    const bool isWhole = !isCancelled(input->capture);
    return isWhole && !input->capture.sightings.isEmpty() ? Accepted : CannotTell;
}

} // namespace cli
