// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

//! Whole programs against each other, in one run.
namespace programs {

using Milliseconds = std::chrono::duration<double, std::milli>;
using Command = std::vector<std::string>;

//! A file that goes when this goes.
class TemporaryFile
{
public:
    explicit TemporaryFile(const std::string &content)
    {
        const int file = mkstemp(m_path.data());
        for (size_t at = 0; file >= 0 && at < content.size();) {
            const auto written = write(file, content.data() + at, content.size() - at);
            if (written <= 0)
                std::exit(1);
            at += size_t(written);
        }
        close(file);
    }
    ~TemporaryFile() { unlink(m_path.c_str()); }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path = "/tmp/assay-bench-XXXXXX";
};

//! From exec to the end, output thrown away. Ends the benchmark when the program fails.
inline double runOnce(const Command &command)
{
    std::vector<char *> arguments;
    for (const std::string &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    const auto child = fork();
    if (child == 0) {
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) {
        std::fprintf(stderr, "%s failed\n", command.front().c_str());
        std::exit(1);
    }
    return Milliseconds(std::chrono::steady_clock::now() - start).count();
}

inline double median(std::vector<double> times)
{
    std::nth_element(times.begin(), times.begin() + std::ptrdiff_t(times.size() / 2), times.end());
    return times.at(times.size() / 2);
}

struct Rival
{
    std::string name;
    Command command;
    double aim;
};

//! Nine rounds of everybody in turn, and one line a ratio of medians.
inline void compare(const std::string &what, const std::vector<Rival> &rivals, const Command &ours)
{
    constexpr int rounds = 9;
    std::vector<double> own;
    std::vector<std::vector<double>> others(rivals.size());
    for (int round = -1; round < rounds; ++round) { // the first one warms the page cache
        const double time = runOnce(ours);
        if (round >= 0)
            own.push_back(time);
        for (size_t i = 0; i < rivals.size(); ++i) {
            const double other = runOnce(rivals[i].command);
            if (round >= 0)
                others[i].push_back(other);
        }
    }
    for (size_t i = 0; i < rivals.size(); ++i) {
        const double ratio = median(own) / median(others[i]);
        std::printf("ratio %s against %s: %.3f (aim <= %.2f) %s\n", what.c_str(),
                    rivals[i].name.c_str(), ratio, rivals[i].aim,
                    ratio <= rivals[i].aim ? "reached" : "MISSED");
    }
}

} // namespace programs
