// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/forms.h"

//! HTTP as it goes over the wire and as tools print it. Each pair is what a Form wants.
namespace capture {

//! "http": a request as it is sent, with the response behind it, or a response alone (RFC 9112).
[[nodiscard]] BeginsForm beginsHttp;
[[nodiscard]] ReadForm readHttp;

//! "headers": fields without a request line, also one alone that holds a credential; what
//! developer tools show of a request, names and values on one line or on two.
[[nodiscard]] BeginsForm beginsHeaders;
[[nodiscard]] ReadForm readHeaders;

//! "headers" too, with address, method and status in front in the words of any language.
[[nodiscard]] BeginsForm beginsPanel;
[[nodiscard]] ReadForm readPanel;

//! "curl_verbose": what `curl -v` prints.
[[nodiscard]] BeginsForm beginsCurlVerbose;
[[nodiscard]] ReadForm readCurlVerbose;

//! "curl_trace": what `curl --trace-ascii` and `curl --trace` print.
[[nodiscard]] BeginsForm beginsCurlTrace;
[[nodiscard]] ReadForm readCurlTrace;

//! "okhttp": what OkHttp's HttpLoggingInterceptor writes into the log of an app.
[[nodiscard]] BeginsForm beginsOkHttp;
[[nodiscard]] ReadForm readOkHttp;

//! "dio": what LogInterceptor of dio prints to the console of a Flutter app.
[[nodiscard]] BeginsForm beginsDio;
[[nodiscard]] ReadForm readDio;

//! "python_debug": what Python's http.client, and with it requests, prints at debuglevel 1.
[[nodiscard]] BeginsForm beginsPythonDebug;
[[nodiscard]] ReadForm readPythonDebug;

//! "http" too, where programs print messages as literals: Go's %q, Ruby's Net::HTTP.
[[nodiscard]] BeginsForm beginsQuotedDump;
[[nodiscard]] ReadForm readQuotedDump;

//! "exchange_log": what Ktor, Faraday, ASP.NET Core and Alamofire log of exchanges.
[[nodiscard]] BeginsForm beginsExchangeLog;
[[nodiscard]] ReadForm readExchangeLog;

//! "mitmproxy": what mitmdump prints of the exchanges that it sees.
[[nodiscard]] BeginsForm beginsMitmdump;
[[nodiscard]] ReadForm readMitmdump;

} // namespace capture
