// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/capture.h"
#include "core/capture/commandforms.h"
#include "core/capture/script.h"
#include "core/capture/shellwords.h"
#include "fuzzcheck.h"

#include <array>

namespace {

using base::Span;

bool isInside(const Span &inner, qsizetype size)
{
    return inner.isValid() && inner.end <= size;
}

void checkLiteral(const capture::Literal &literal, qsizetype size)
{
    fuzz::check(isInside(literal.text.span(), size));
    qsizetype end = 0;
    for (const capture::Gap &gap : literal.gaps) {
        fuzz::check(gap.at >= end && gap.length > 0 && gap.end() <= literal.size());
        end = gap.end();
    }
}

void checkWords(const capture::SourceText &text, capture::Shell shell)
{
    const capture::CommandLine line = readCommandLine(text, 0, shell);
    fuzz::check(line.end >= 0 && line.end <= text.size());
    for (const capture::Literal &word : line.words + line.inputs)
        checkLiteral(word, text.size());
}

void checkScript(const capture::Script &script, qsizetype size)
{
    fuzz::check(script.end <= size);
    qsizetype at = 0;
    for (const capture::ScriptToken &token : script.tokens) {
        fuzz::check(token.from >= at && token.end > token.from && token.end <= size);
        at = token.end;
    }
    for (const capture::Literal &literal : script.literals)
        checkLiteral(literal, size);
}

using Read = qsizetype (*)(const capture::SourceText &, qsizetype, capture::Collector &);
using Begins = bool (*)(QByteArrayView, qsizetype);
struct Reader
{
    Begins begins;
    Read read;
};
constexpr std::array<Reader, 8> readers{{
    {capture::beginsCurl, capture::readCurl},
    {capture::beginsCurlConfig, capture::readCurlConfig},
    {capture::beginsWget, capture::readWget},
    {capture::beginsHttpie, capture::readHttpie},
    {capture::beginsPowerShell, capture::readPowerShell},
    {capture::beginsFetch, capture::readFetch},
    {capture::beginsPython, capture::readPython},
    {capture::beginsHttpFile, capture::readHttpFile},
}};

//! What a reader leaves alone it has collected nothing of.
void checkReader(const Reader &reader, const capture::SourceText &text)
{
    if (!reader.begins(text.bytes(), 0))
        return;
    capture::Collector collector({});
    const qsizetype end = reader.read(text, 0, collector);
    fuzz::check(end >= 0 && end <= text.size());
    const capture::Capture capture = collector.take();
    fuzz::check(end > 0 || (capture.requests.isEmpty() && capture.sightings.isEmpty()));
    for (const capture::Request &request : capture.requests)
        fuzz::check(isInside(request.span, text.size()));
    for (const capture::Sighting &sighting : capture.sightings)
        fuzz::check(isInside(sighting.span, text.size()));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const capture::SourceText text(
        QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    for (const auto shell :
         {capture::Shell::Posix, capture::Shell::Cmd, capture::Shell::PowerShell})
        checkWords(text, shell);
    for (const auto language : {capture::Language::JavaScript, capture::Language::Python,
                                capture::Language::PowerShell}) {
        checkScript(readExpression(text, 0, language), text.size());
        checkScript(readStatements(text, 0, language), text.size());
    }
    for (const Reader &reader : readers)
        checkReader(reader, text);
    return 0;
}
