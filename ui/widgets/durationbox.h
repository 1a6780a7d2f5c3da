// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QComboBox>

#include <chrono>
#include <optional>

namespace ui {

//! A duration out of a list, or typed: "90", "5m", "1h30m". A text that is none is marked and
//! changes nothing.
class DurationBox final : public QComboBox
{
    Q_OBJECT

public:
    using Value = std::optional<std::chrono::seconds>; //!< Nothing: not asked for.

    explicit DurationBox(QWidget *parent = nullptr);

    void addValue(const QString &text, Value value);
    [[nodiscard]] Value value() const { return m_value; }
    void setValue(Value value);

Q_SIGNALS:
    void valueEdited(); //!< By a person.

private:
    void read();
    void markProblem(bool isProblem);
    [[nodiscard]] Value itemValue(int index) const;

    Value m_value;
    QAction *m_problem;
};

} // namespace ui
