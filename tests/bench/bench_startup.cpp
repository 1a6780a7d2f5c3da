// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "programs.h"

using programs::median;
using programs::runOnce;

// usage: bench_startup FOLDER AIM: where startup_label and startup_window are, and what is aimed at
int main(int argc, char **argv)
{
    if (argc != 3)
        return 64;
    const std::string folder = argv[1];
    const double aim = std::atof(argv[2]);
    constexpr int rounds = 15;
    std::vector<double> label;
    std::vector<double> window;
    runOnce({folder + "/startup_label"}); // warms the page cache for both
    runOnce({folder + "/startup_window"});
    for (int round = 0; round < rounds; ++round) {
        label.push_back(runOnce({folder + "/startup_label"}));
        window.push_back(runOnce({folder + "/startup_window"}));
    }
    const double ratio = median(window) / median(label);
    std::printf("startup: one label %.1f ms, the window %.1f ms\n", median(label), median(window));
    std::printf("ratio start-up against a window with one label: %.3f (aim <= %.2f) %s\n", ratio,
                aim, ratio <= aim ? "reached" : "MISSED");
    return 0;
}
