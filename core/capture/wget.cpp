// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/commandforms.h"
#include "core/capture/documentforms.h"
#include "core/capture/foundcommand.h"
#include "core/capture/optionwalk.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

enum class WgetUse : quint8 {
    Scanned,
    Name,
    Header,
    PostData,
    BodyData,
    Method,
    User,
    Password,
    Referer,
    UserAgent,
    File
};

constexpr OptionRow option(char letter, QLatin1StringView name, WgetUse use = WgetUse::Name)
{
    return {letter, name, true, quint8(use)};
}

constexpr char none = '\0';

//! The options of GNU Wget 1.21 and Wget2 that take a value and may have it in the next word.
constexpr auto options = std::to_array<OptionRow>({
    option(none, "header"_L1, WgetUse::Header),
    option(none, "post-data"_L1, WgetUse::PostData),
    option(none, "body-data"_L1, WgetUse::BodyData),
    option(none, "method"_L1, WgetUse::Method),
    option(none, "user"_L1, WgetUse::User),
    option(none, "http-user"_L1, WgetUse::User),
    option(none, "password"_L1, WgetUse::Password),
    option(none, "http-password"_L1, WgetUse::Password),
    option(none, "referer"_L1, WgetUse::Referer),
    option('U', "user-agent"_L1, WgetUse::UserAgent),
    option('e', "execute"_L1, WgetUse::Scanned),
    option(none, "proxy-password"_L1, WgetUse::Scanned),
    option('O', "output-document"_L1),
    option('o', "output-file"_L1),
    option('a', "append-output"_L1),
    option('i', "input-file"_L1),
    option('B', "base"_L1),
    option('t', "tries"_L1),
    option('T', "timeout"_L1),
    option('w', "wait"_L1),
    option('Q', "quota"_L1),
    option('P', "directory-prefix"_L1),
    option('D', "domains"_L1),
    option('A', "accept"_L1),
    option('R', "reject"_L1),
    option('I', "include-directories"_L1),
    option('X', "exclude-directories"_L1),
    option('l', "level"_L1),
    option(none, "limit-rate"_L1),
    option(none, "waitretry"_L1),
    option(none, "max-redirect"_L1),
    option(none, "load-cookies"_L1, WgetUse::File),
    option(none, "save-cookies"_L1),
    option(none, "post-file"_L1, WgetUse::File),
    option(none, "body-file"_L1, WgetUse::File),
    option(none, "ca-certificate"_L1),
    option(none, "ca-directory"_L1),
    option(none, "certificate"_L1),
    option(none, "certificate-type"_L1),
    option(none, "private-key"_L1),
    option(none, "secure-protocol"_L1),
    option(none, "bind-address"_L1),
    option(none, "dns-timeout"_L1),
    option(none, "connect-timeout"_L1),
    option(none, "read-timeout"_L1),
    option(none, "proxy-user"_L1),
    option(none, "cut-dirs"_L1),
    option(none, "default-page"_L1),
    option(none, "progress"_L1),
});

class WgetReader
{
public:
    RequestDraft read(const FoundCommandLine &command);

private:
    void use(WgetUse use, const Literal &value);

    RequestDraft m_draft;
};

void WgetReader::use(WgetUse use, const Literal &value)
{
    switch (use) {
    case WgetUse::Name:
        return;
    case WgetUse::File:
        m_draft.files.append(value);
        return;
    case WgetUse::Header:
        return m_draft.addHeaderLine(value);
    case WgetUse::PostData:
        m_draft.mediaType = "application/x-www-form-urlencoded"_ba;
        [[fallthrough]];
    case WgetUse::BodyData:
        m_draft.bodies.append(value);
        return;
    case WgetUse::Method:
        m_draft.method = value.bytes().toByteArray();
        return;
    case WgetUse::User:
    case WgetUse::Password: // one half of `user:password` each
        m_draft.users.append(value);
        return;
    case WgetUse::Referer:
        return m_draft.addHeader("Referer", value);
    case WgetUse::UserAgent:
        return m_draft.addHeader("User-Agent", value);
    case WgetUse::Scanned:
        break;
    }
    m_draft.rest.append(value);
}

RequestDraft WgetReader::read(const FoundCommandLine &command)
{
    m_draft.span = command.span;
    OptionWalk walk(command.line.words, options);
    for (OptionWalk::Item item; walk.next(item);) {
        if (item.row)
            use(WgetUse(item.row->use), item.value);
        else if (looksLikeUrl(item.value.bytes()))
            m_draft.urls.append(item.value);
        else
            m_draft.rest.append(item.value);
    }
    m_draft.rest += command.inputs;
    return std::move(m_draft);
}

} // namespace

bool beginsWget(QByteArrayView text, qsizetype from)
{
    return findCommand(text, from, "wget"_L1).start >= 0 && !beginsEnvironment(text, from);
}

qsizetype readWget(const SourceText &text, qsizetype from, Collector &collector)
{
    const CommandPlace place = findCommand(text.bytes(), from, "wget"_L1);
    const FoundCommandLine command = readFoundCommand(text, from, place);
    return finishCommand(command, {WgetReader().read(command)}, from, collector);
}

} // namespace capture
