// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArrayList>

//! HAR files made by hand.
namespace handmade {

//! One request with a bearer token, an hour before noon.
inline QByteArray entry(const QByteArray &token, int status, const QByteArray &path = "/me")
{
    return "{\"startedDateTime\":\"2026-08-17T19:53:20.000Z\",\"time\":1,\"request\":{"
           "\"method\":\"GET\",\"url\":\"https://api.example"
        + path + "\",\"headers\":[{\"name\":\"Authorization\",\"value\":\"Bearer " + token
        + "\"}]},\"response\":{\"status\":" + QByteArray::number(status)
        + ",\"headers\":[],\"content\":{}}}";
}

inline QByteArray har(const QByteArrayList &entries)
{
    return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"a\",\"version\":\"1\"},"
           "\"entries\":["
        + entries.join(',') + "]}}";
}

} // namespace handmade
