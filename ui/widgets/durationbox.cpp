// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/durationbox.h"

#include "core/base/clock.h"
#include "core/report/times.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QLineEdit>

namespace ui {

namespace {

constexpr qlonglong notAsked = -1;

} // namespace

DurationBox::DurationBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_problem = lineEdit()->addAction(icon(Symbol::Warning, ColorRole::Warning),
                                      QLineEdit::TrailingPosition);
    m_problem->setVisible(false);
    connect(this, &QComboBox::activated, this, &DurationBox::read);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &DurationBox::read);
}

void DurationBox::addValue(const QString &text, Value value)
{
    addItem(text, value ? static_cast<qlonglong>(value->count()) : notAsked);
}

DurationBox::Value DurationBox::itemValue(int index) const
{
    const qlonglong seconds = itemData(index).toLongLong();
    return seconds == notAsked ? Value() : Value(std::chrono::seconds(seconds));
}

void DurationBox::setValue(Value value)
{
    m_value = value;
    markProblem(false);
    for (int index = 0; index < count(); ++index) {
        if (itemValue(index) == value) {
            setCurrentIndex(index);
            setEditText(itemText(index));
            return;
        }
    }
    setEditText(value ? report::durationText(*value) : QString());
}

void DurationBox::read()
{
    const QString typed = currentText().trimmed();
    const int listed = findText(typed);
    Value value = m_value;
    if (listed >= 0) {
        value = itemValue(listed);
    } else if (!m_value || typed != report::durationText(*m_value)) {
        const auto parsed = base::parseDuration(typed.toUtf8());
        markProblem(!parsed);
        if (!parsed)
            return;
        value = *parsed;
    }
    markProblem(false);
    if (value == m_value)
        return;
    setValue(value);
    Q_EMIT valueEdited();
}

void DurationBox::markProblem(bool isProblem)
{
    m_problem->setVisible(isProblem);
    const QString hint = tr("Write a duration as 90, 90s, 5m, 2h or 1h30m.");
    m_problem->setToolTip(hint);
    setToolTip(isProblem ? hint : QString());
    setAccessibleDescription(isProblem ? hint : QString());
}

} // namespace ui
