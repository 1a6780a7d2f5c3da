// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/session/outlooks.h"

#include "ui/session/capturedesk.h"

#include <memory>

namespace ui {

const verdict::Examination &Outlooks::of(const capture::Sighting &sighting,
                                         const verdict::Evidence &evidence)
{
    const Key key{sighting.token, CaptureDesk::isInAuthorization(sighting)};
    if (const verdict::Examination *known = m_examinations.object(key))
        return *known;
    verdict::Evidence presented = evidence;
    presented.presentation = {key.second, {}};
    auto made = std::make_unique<verdict::Examination>(
        verdict::examine(jose::Token::read(sighting.token), presented));
    const verdict::Examination &result = *made;
    m_examinations.insert(key, made.release());
    return result;
}

QString Outlooks::subjectOf(const jose::Token &token)
{
    const base::json::Value claims = token.claims();
    for (const QByteArrayView name : {"sub", "client_id", "azp"}) {
        QString text = claims.member(name).toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace ui
