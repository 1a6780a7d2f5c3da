// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/bodies.h"
#include "core/capture/carryingrules.h"
#include "core/capture/jsonwalk.h"

using namespace Qt::Literals::StringLiterals;

namespace capture {

bool readJsonBody(const SourceText &text, qsizetype request, Side side, Collector &collector)
{
    const base::json::Document document = base::json::Document::read(text.bytes());
    const base::json::Value root = document.root();
    if (!root.isObject() && !root.isArray())
        return false;
    JsonWalk(text, document, collector).run(request, side);
    // Behind a problem the text is no JSON any more; tokens may still be there.
    if (!document.isValid() && !document.problems().isEmpty()) {
        const base::Error &problem = document.problems().last();
        const bool hasStopped = problem.id != "json.utf8"_L1 && problem.id != "json.bom"_L1;
        if (hasStopped && problem.offset < text.size())
            collector.text(request, side, text.sliced(qMax<qint64>(0, problem.offset)));
        if (problem.id == "json.depth"_L1)
            collector.add(carryingFinding("capture.depth"_L1, problem.detail), request);
    }
    return true;
}

} // namespace capture
