// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/verdict/policy.h"
#include "ui/widgets/card.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;

namespace ui {

class DurationBox;

//! What a backend would require, and the token is judged against.
class PolicyPanel final : public Card
{
    Q_OBJECT

public:
    explicit PolicyPanel(QWidget *parent = nullptr);

    [[nodiscard]] verdict::Policy policy() const { return m_policy; }
    //! Shows a policy; says nothing.
    void setPolicy(const verdict::Policy &policy);
    //! What the lists of audience and client id offer; foreign text.
    void setSuggestions(const QStringList &audiences, const QStringList &clientIds);
    void focusAudience();
    //! In a low window it is as low as two fields, and scrolls.
    void setCompact(bool isCompact);

Q_SIGNALS:
    void policyEdited(const verdict::Policy &policy);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildForm();
    QComboBox *addProfiles(QFormLayout *form);
    QComboBox *addEditable(QFormLayout *form, const QString &label, const QString &placeholder,
                           const char *name);
    QLineEdit *addList(QFormLayout *form, const QString &label, const QString &placeholder,
                       const char *name);
    void read();
    void showRequirements(bool shown);
    void fitHeight();

    verdict::Policy m_policy;
    bool m_isShowing = false;
    bool m_isCompact = false;
    QWidget *m_content = nullptr;
    QScrollArea *m_scroll = nullptr;
    QComboBox *m_profile = nullptr;
    QComboBox *m_audience = nullptr;
    QComboBox *m_clientId = nullptr;
    DurationBox *m_signIn = nullptr;
    DurationBox *m_leeway = nullptr;
    QLineEdit *m_scopes = nullptr;
    QLineEdit *m_roles = nullptr;
    QLineEdit *m_claims = nullptr;
    QToolButton *m_more = nullptr;
    QWidget *m_requirements = nullptr;
};

} // namespace ui
