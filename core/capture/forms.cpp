// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "core/capture/forms.h"

#include "core/capture/commandforms.h"
#include "core/capture/documentforms.h"
#include "core/capture/harform.h"
#include "core/capture/jsonform.h"
#include "core/capture/logform.h"
#include "core/capture/messageforms.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace capture {

namespace {

// The more specific first: who reads on at a line takes it from all that follow.
constexpr auto table = std::to_array<Form>({
    {"har"_L1, beginsHar, readHar},
    {"burp"_L1, beginsBurp, readBurp},
    {"curl_trace"_L1, beginsCurlTrace, readCurlTrace},
    {"curl_verbose"_L1, beginsCurlVerbose, readCurlVerbose},
    {"okhttp"_L1, beginsOkHttp, readOkHttp},
    {"dio"_L1, beginsDio, readDio},
    {"mitmproxy"_L1, beginsMitmdump, readMitmdump},
    {"w3c_log"_L1, beginsW3cLog, readW3cLog},
    {"python_debug"_L1, beginsPythonDebug, readPythonDebug},
    {"http"_L1, beginsQuotedDump, readQuotedDump},
    {"exchange_log"_L1, beginsExchangeLog, readExchangeLog},
    {"headers"_L1, beginsPanel, readPanel}, // before "http_file": "GET https://…" begins these too
    {"http_file"_L1, beginsHttpFile, readHttpFile},
    {"http"_L1, beginsHttp, readHttp},
    {"headers"_L1, beginsHeaders, readHeaders},
    {"json"_L1, beginsJson, readJson},
    {"json"_L1, beginsInspected, readInspected},
    {"curl"_L1, beginsCurl, readCurl},
    {"curl_config"_L1, beginsCurlConfig, readCurlConfig},
    {"wget"_L1, beginsWget, readWget},
    {"load_test"_L1, beginsLoadTest, readLoadTest},
    {"cookies"_L1, beginsCookies, readCookies}, // before "log": their rows hold times
    {"storage"_L1, beginsStorage, readStorage},
    {"log"_L1, beginsLog, readLog}, // before "https …": load balancers begin their lines so
    {"httpie"_L1, beginsHttpie, readHttpie},
    {"powershell"_L1, beginsPowerShell, readPowerShell},
    {"fetch"_L1, beginsFetch, readFetch},
    {"python"_L1, beginsPython, readPython},
    {"kubernetes"_L1, beginsManifest, readManifest},
    {"html"_L1, beginsHtml, readHtml},
    {"form"_L1, beginsFormBody, readFormBody},
    {"env"_L1, beginsEnvironment, readEnvironment},
});

} // namespace

std::span<const Form> forms()
{
    return table;
}

} // namespace capture
