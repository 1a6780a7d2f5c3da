// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/curloptions.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

constexpr OptionRow option(char letter, QLatin1StringView name, CurlUse use)
{
    return {letter, name, true, quint8(use)};
}

constexpr OptionRow flag(char letter, QLatin1StringView name, CurlUse use)
{
    return {letter, name, false, quint8(use)};
}

constexpr char none = '\0';
using enum CurlUse;

//! What is read, scanned, or has a letter.
constexpr auto told = std::to_array<OptionRow>({
    option('H', "header"_L1, Header),
    option(none, "proxy-header"_L1, Header),
    option('b', "cookie"_L1, Cookie),
    option('u', "user"_L1, User),
    option('U', "proxy-user"_L1, User),
    option(none, "oauth2-bearer"_L1, Bearer),
    option('d', "data"_L1, Data),
    option(none, "data-ascii"_L1, Data),
    option(none, "data-binary"_L1, Data),
    option(none, "data-raw"_L1, RawData),
    option(none, "data-urlencode"_L1, EncodedData),
    option(none, "json"_L1, Json),
    option('F', "form"_L1, Form),
    option(none, "form-string"_L1, FormString),
    option('X', "request"_L1, Method),
    option(none, "url"_L1, Url),
    option(none, "url-query"_L1, Query),
    option('T', "upload-file"_L1, Upload),
    option('e', "referer"_L1, Referer),
    option('A', "user-agent"_L1, UserAgent),
    flag('G', "get"_L1, Get),
    flag('I', "head"_L1, Head),
    flag(':', "next"_L1, Next),
    option(none, "aws-sigv4"_L1, Scanned),
    option('E', "cert"_L1, Name),
    option('K', "config"_L1, Name),
    option('C', "continue-at"_L1, Name),
    option('c', "cookie-jar"_L1, Name),
    option('D', "dump-header"_L1, Name),
    option(none, "variable"_L1, Variable),
    option(none, "expand-header"_L1, Header),
    option(none, "expand-cookie"_L1, Cookie),
    option(none, "expand-user"_L1, User),
    option(none, "expand-oauth2-bearer"_L1, Bearer),
    option(none, "expand-data"_L1, Data),
    option(none, "expand-data-binary"_L1, Data),
    option(none, "expand-data-raw"_L1, RawData),
    option(none, "expand-data-urlencode"_L1, EncodedData),
    option(none, "expand-json"_L1, Json),
    option(none, "expand-form"_L1, Form),
    option(none, "expand-url"_L1, Url),
    option(none, "expand-url-query"_L1, Query),
    option('P', "ftp-port"_L1, Name),
    option('m', "max-time"_L1, Name),
    option('o', "output"_L1, Name),
    option(none, "pass"_L1, Scanned),
    option(none, "preproxy"_L1, Scanned),
    option('x', "proxy"_L1, Scanned),
    option(none, "proxy-pass"_L1, Scanned),
    option(none, "proxy-tlspassword"_L1, Scanned),
    option(none, "proxy1.0"_L1, Scanned),
    option('Q', "quote"_L1, Name),
    option('r', "range"_L1, Name),
    option(none, "request-target"_L1, Scanned),
    option(none, "socks4"_L1, Scanned),
    option(none, "socks4a"_L1, Scanned),
    option(none, "socks5"_L1, Scanned),
    option(none, "socks5-hostname"_L1, Scanned),
    option('Y', "speed-limit"_L1, Name),
    option('y', "speed-time"_L1, Name),
    option('t', "telnet-option"_L1, Name),
    option('z', "time-cond"_L1, Name),
    option(none, "tlspassword"_L1, Scanned),
    option('w', "write-out"_L1, Name),
});

//! The other options with a value, of which no token is one: files, addresses, numbers.
constexpr std::string_view passedOver
    = "abstract-unix-socket alt-svc cacert capath cert-type ciphers connect-timeout connect-to "
      "create-file-mode crlfile curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr "
      "dns-servers doh-url ech egd-file engine etag-compare etag-save expect100-timeout "
      "ftp-account ftp-alternative-to-user ftp-method ftp-ssl-ccc-mode "
      "happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hostpubsha256 hsts interface "
      "ip-tos ipfs-gateway keepalive-cnt keepalive-time key key-type krb libcurl limit-rate "
      "local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs "
      "netrc-file noproxy output-dir parallel-max parallel-max-host pinnedpubkey proto "
      "proto-default proto-redir proxy-cacert proxy-capath proxy-cert proxy-cert-type "
      "proxy-ciphers proxy-crlfile proxy-key proxy-key-type proxy-pinnedpubkey "
      "proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlsuser pubkey "
      "random-file rate resolve retry retry-delay retry-max-time sasl-authzid service-name "
      "sigalgs socks5-gssapi-service stderr tftp-blksize tls-max tls13-ciphers tlsauthtype "
      "tlsuser trace trace-ascii trace-config unix-socket upload-flags vlan-priority";

constexpr auto countOfPassedOver = size_t(std::ranges::count(passedOver, ' ')) + 1;

constexpr auto table = [] {
    std::array<OptionRow, told.size() + countOfPassedOver> rows{};
    auto row = std::ranges::copy(told, rows.begin()).out;
    for (size_t at = 0; row != rows.end(); ++row) {
        const size_t end = std::min(passedOver.find(' ', at), passedOver.size());
        *row = option(none, {passedOver.data() + at, passedOver.data() + end}, Name);
        at = end + 1;
    }
    return rows;
}();

} // namespace

std::span<const OptionRow> curlOptions()
{
    return table;
}

} // namespace capture
