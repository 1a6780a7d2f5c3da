// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/curloptions.h"

#include <array>

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

constexpr auto table = std::to_array<OptionRow>({
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
    option(none, "abstract-unix-socket"_L1, Name),
    option(none, "alt-svc"_L1, Name),
    option(none, "aws-sigv4"_L1, Scanned),
    option(none, "cacert"_L1, Name),
    option(none, "capath"_L1, Name),
    option('E', "cert"_L1, Name),
    option(none, "cert-type"_L1, Name),
    option(none, "ciphers"_L1, Name),
    option('K', "config"_L1, Name),
    option(none, "connect-timeout"_L1, Name),
    option(none, "connect-to"_L1, Name),
    option('C', "continue-at"_L1, Name),
    option('c', "cookie-jar"_L1, Name),
    option(none, "create-file-mode"_L1, Name),
    option(none, "crlfile"_L1, Name),
    option(none, "curves"_L1, Name),
    option(none, "delegation"_L1, Name),
    option(none, "dns-interface"_L1, Name),
    option(none, "dns-ipv4-addr"_L1, Name),
    option(none, "dns-ipv6-addr"_L1, Name),
    option(none, "dns-servers"_L1, Name),
    option(none, "doh-url"_L1, Name),
    option('D', "dump-header"_L1, Name),
    option(none, "ech"_L1, Name),
    option(none, "egd-file"_L1, Name),
    option(none, "engine"_L1, Name),
    option(none, "etag-compare"_L1, Name),
    option(none, "etag-save"_L1, Name),
    option(none, "expand-data"_L1, Scanned),
    option(none, "expand-header"_L1, Scanned),
    option(none, "expand-url"_L1, Scanned),
    option(none, "expect100-timeout"_L1, Name),
    option(none, "ftp-account"_L1, Name),
    option(none, "ftp-alternative-to-user"_L1, Name),
    option(none, "ftp-method"_L1, Name),
    option('P', "ftp-port"_L1, Name),
    option(none, "ftp-ssl-ccc-mode"_L1, Name),
    option(none, "happy-eyeballs-timeout-ms"_L1, Name),
    option(none, "haproxy-clientip"_L1, Name),
    option(none, "hostpubmd5"_L1, Name),
    option(none, "hostpubsha256"_L1, Name),
    option(none, "hsts"_L1, Name),
    option(none, "interface"_L1, Name),
    option(none, "ip-tos"_L1, Name),
    option(none, "ipfs-gateway"_L1, Name),
    option(none, "keepalive-cnt"_L1, Name),
    option(none, "keepalive-time"_L1, Name),
    option(none, "key"_L1, Name),
    option(none, "key-type"_L1, Name),
    option(none, "krb"_L1, Name),
    option(none, "libcurl"_L1, Name),
    option(none, "limit-rate"_L1, Name),
    option(none, "local-port"_L1, Name),
    option(none, "login-options"_L1, Name),
    option(none, "mail-auth"_L1, Name),
    option(none, "mail-from"_L1, Name),
    option(none, "mail-rcpt"_L1, Name),
    option(none, "max-filesize"_L1, Name),
    option(none, "max-redirs"_L1, Name),
    option('m', "max-time"_L1, Name),
    option(none, "netrc-file"_L1, Name),
    option(none, "noproxy"_L1, Name),
    option('o', "output"_L1, Name),
    option(none, "output-dir"_L1, Name),
    option(none, "parallel-max"_L1, Name),
    option(none, "parallel-max-host"_L1, Name),
    option(none, "pass"_L1, Scanned),
    option(none, "pinnedpubkey"_L1, Name),
    option(none, "preproxy"_L1, Scanned),
    option(none, "proto"_L1, Name),
    option(none, "proto-default"_L1, Name),
    option(none, "proto-redir"_L1, Name),
    option('x', "proxy"_L1, Scanned),
    option(none, "proxy-cacert"_L1, Name),
    option(none, "proxy-capath"_L1, Name),
    option(none, "proxy-cert"_L1, Name),
    option(none, "proxy-cert-type"_L1, Name),
    option(none, "proxy-ciphers"_L1, Name),
    option(none, "proxy-crlfile"_L1, Name),
    option(none, "proxy-key"_L1, Name),
    option(none, "proxy-key-type"_L1, Name),
    option(none, "proxy-pass"_L1, Scanned),
    option(none, "proxy-pinnedpubkey"_L1, Name),
    option(none, "proxy-service-name"_L1, Name),
    option(none, "proxy-tls13-ciphers"_L1, Name),
    option(none, "proxy-tlsauthtype"_L1, Name),
    option(none, "proxy-tlspassword"_L1, Scanned),
    option(none, "proxy-tlsuser"_L1, Name),
    option(none, "proxy1.0"_L1, Scanned),
    option(none, "pubkey"_L1, Name),
    option('Q', "quote"_L1, Name),
    option(none, "random-file"_L1, Name),
    option('r', "range"_L1, Name),
    option(none, "rate"_L1, Name),
    option(none, "request-target"_L1, Scanned),
    option(none, "resolve"_L1, Name),
    option(none, "retry"_L1, Name),
    option(none, "retry-delay"_L1, Name),
    option(none, "retry-max-time"_L1, Name),
    option(none, "sasl-authzid"_L1, Name),
    option(none, "service-name"_L1, Name),
    option(none, "sigalgs"_L1, Name),
    option(none, "socks4"_L1, Scanned),
    option(none, "socks4a"_L1, Scanned),
    option(none, "socks5"_L1, Scanned),
    option(none, "socks5-gssapi-service"_L1, Name),
    option(none, "socks5-hostname"_L1, Scanned),
    option('Y', "speed-limit"_L1, Name),
    option('y', "speed-time"_L1, Name),
    option(none, "stderr"_L1, Name),
    option('t', "telnet-option"_L1, Name),
    option(none, "tftp-blksize"_L1, Name),
    option('z', "time-cond"_L1, Name),
    option(none, "tls-max"_L1, Name),
    option(none, "tls13-ciphers"_L1, Name),
    option(none, "tlsauthtype"_L1, Name),
    option(none, "tlspassword"_L1, Scanned),
    option(none, "tlsuser"_L1, Name),
    option(none, "trace"_L1, Name),
    option(none, "trace-ascii"_L1, Name),
    option(none, "trace-config"_L1, Name),
    option(none, "unix-socket"_L1, Name),
    option(none, "upload-flags"_L1, Name),
    option(none, "variable"_L1, Scanned),
    option(none, "vlan-priority"_L1, Name),
    option('w', "write-out"_L1, Name),
});

} // namespace

std::span<const OptionRow> curlOptions()
{
    return table;
}

} // namespace capture
