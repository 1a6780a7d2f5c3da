// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <span>
#include <string>
#include <vector>

//! Two benchmarks of one run, and what the first may cost of the second
//! (the aims are ratios, because the times of a shared machine are not worth keeping).
struct Ratio
{
    const char *what;
    const char *ours;
    const char *base;
    double aim;
};

namespace ratios {

class Reporter final : public benchmark::ConsoleReporter
{
public:
    //! Without colours: their last escape would stand before the first ratio.
    Reporter()
        : ConsoleReporter(OO_None)
    {
    }

    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs) {
            if (run.aggregate_name == "median")
                m_medians[run.run_name.function_name] = run.GetAdjustedCPUTime();
        }
        ConsoleReporter::ReportRuns(runs);
    }

    [[nodiscard]] double median(const std::string &name) const
    {
        const auto found = m_medians.find(name);
        return found == m_medians.end() ? 0 : found->second;
    }

private:
    std::map<std::string, double> m_medians;
};

//! Runs every benchmark nine times, mixed at random, and ends with one line a ratio of medians.
inline int run(int argc, char **argv, std::span<const Ratio> all)
{
    char repetitions[] = "--benchmark_repetitions=9";
    char interleaving[] = "--benchmark_enable_random_interleaving=true";
    char shortly[] = "--benchmark_min_time=0.05";
    char aggregates[] = "--benchmark_display_aggregates_only=true";
    std::vector<char *> arguments{argv[0], repetitions, interleaving, shortly, aggregates};
    arguments.insert(arguments.end(), argv + 1, argv + argc);
    int count = int(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data()))
        return 1;
    Reporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    for (const Ratio &ratio : all) {
        const double base = reporter.median(ratio.base);
        const double value = base > 0 ? reporter.median(ratio.ours) / base : 0;
        std::printf("ratio %s: %.3f (aim <= %.2f) %s\n", ratio.what, value, ratio.aim,
                    value > 0 && value <= ratio.aim ? "reached" : "MISSED");
    }
    return 0;
}

} // namespace ratios
