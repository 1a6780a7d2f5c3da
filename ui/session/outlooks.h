// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/capture.h"
#include "core/verdict/judge.h"

#include <QCache>

namespace ui {

//! How a sighting would be judged if it were chosen, in short.
struct Outlook
{
    verdict::Decision decision = verdict::Decision::CannotTell;
    QString subject; //!< sub, else the client that the token names. Foreign text.
};

//! Examinations of sightings that are not chosen, kept for a while: a capture repeats one token in
//! hundreds of requests.
class Outlooks final
{
public:
    [[nodiscard]] const verdict::Examination &of(const capture::Sighting &sighting,
                                                 const verdict::Evidence &evidence);
    void clear() { m_examinations.clear(); }

    //! Who the token is about.
    [[nodiscard]] static QString subjectOf(const jose::Token &token);

private:
    using Key = QPair<QByteArray, bool>;
    static constexpr int mostKept = 256;
    QCache<Key, verdict::Examination> m_examinations{mostKept};
};

} // namespace ui
