// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/examination.h"

#include <QObject>

namespace ui {

//! Takes pasted text apart and computes its signatures: at once when that is quick, on another
//! thread when it is not. The newest request wins; an overtaken one stays silent.
class Examiner final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What one request brings.
    struct Result
    {
        jose::CleanedInput cleaned;
        verdict::Examination examination;
    };

    void examine(const QByteArray &pasted, const verdict::Evidence &evidence);
    //! A token whose place in the text is known already.
    void examine(const jose::CleanedInput &found, const verdict::Evidence &evidence);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void examined(const ui::Examiner::Result &result);

private:
    template <typename Work>
    void run(bool isQuick, Work work);

    quint64 m_generation = 0;
    bool m_running = false;
};

} // namespace ui
