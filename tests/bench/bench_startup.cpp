// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

// From exec to the end of a program that ends after its first paint.
double runOnce(const std::string &program)
{
    const auto start = std::chrono::steady_clock::now();
    const auto child = fork();
    if (child == 0) {
        execl(program.c_str(), program.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) {
        std::fprintf(stderr, "%s failed\n", program.c_str());
        std::exit(1);
    }
    return Milliseconds(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> times)
{
    std::nth_element(times.begin(), times.begin() + std::ptrdiff_t(times.size() / 2), times.end());
    return times.at(times.size() / 2);
}

} // namespace

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
    runOnce(folder + "/startup_label"); // warms the page cache for both
    runOnce(folder + "/startup_window");
    for (int round = 0; round < rounds; ++round) {
        label.push_back(runOnce(folder + "/startup_label"));
        window.push_back(runOnce(folder + "/startup_window"));
    }
    const double ratio = median(window) / median(label);
    std::printf("startup: one label %.1f ms, the window %.1f ms\n", median(label), median(window));
    std::printf("ratio start-up against a window with one label: %.3f (aim <= %.2f) %s\n", ratio,
                aim, ratio <= aim ? "reached" : "MISSED");
    return 0;
}
