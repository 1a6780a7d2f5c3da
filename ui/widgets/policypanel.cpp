// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/policypanel.h"

#include "core/report/wording.h"
#include "ui/widgets/durationbox.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array profiles{verdict::Profile::Automatic, verdict::Profile::Access,
                              verdict::Profile::Id,        verdict::Profile::Sensitive,
                              verdict::Profile::M2m,       verdict::Profile::Any};

QStringList words(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

void labelFor(QFormLayout *form, const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(u'&'));
    form->addRow(label, field);
}

QFormLayout *newForm(QWidget *owner)
{
    auto *form = new QFormLayout(owner);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setVerticalSpacing(gap(owner, 0.3));
    return form;
}

void offer(QComboBox *box, const QStringList &texts)
{
    const QString typed = box->currentText();
    const int cursor = box->lineEdit()->cursorPosition();
    box->clear();
    box->addItems(texts);
    box->setEditText(typed);
    box->lineEdit()->setCursorPosition(cursor);
}

} // namespace

PolicyPanel::PolicyPanel(QWidget *parent)
    : Card(parent)
    , m_content(new QWidget)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"policyPanel"_s);
    setAccessibleName(tr("What is required of the token"));
    buildForm();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_content->installEventFilter(this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_scroll);
    setPolicy({});
    fitHeight();
}

void PolicyPanel::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    fitHeight();
}

bool PolicyPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        fitHeight();
    return Card::eventFilter(watched, event);
}

void PolicyPanel::fitHeight()
{
    const int all = m_content->sizeHint().height();
    const int two = m_profile->sizeHint().height() * 2 + gap(this, 0.3);
    m_scroll->setMinimumSize(m_content->minimumSizeHint().width(), m_isCompact ? two : all);
    m_scroll->setMaximumHeight(all);
}

void PolicyPanel::buildForm()
{
    auto *form = newForm(m_content);
    m_profile = addProfiles(form);
    m_audience = addEditable(form, tr("Au&dience"), tr("not required"), "audience");
    m_clientId = addEditable(form, tr("&Client ID"), tr("not required"), "clientId");

    m_signIn = new DurationBox(this);
    m_signIn->setObjectName(u"signIn"_s);
    m_signIn->addValue(tr("1 minute"), 1min);
    m_signIn->addValue(tr("5 minutes"), 5min);
    m_signIn->addValue(tr("15 minutes"), 15min);
    m_signIn->addValue(tr("1 hour"), 1h);
    m_signIn->addValue(tr("any age"), std::nullopt);
    labelFor(form, tr("Fresh si&gn-in"), m_signIn);

    m_leeway = new DurationBox(this);
    m_leeway->setObjectName(u"leeway"_s);
    m_leeway->addValue(tr("none (0 s)"), 0s);
    m_leeway->addValue(tr("30 seconds"), 30s);
    m_leeway->addValue(tr("1 minute"), 1min);
    m_leeway->addValue(tr("5 minutes"), 5min);
    labelFor(form, tr("Clock leewa&y"), m_leeway);

    m_more = new QToolButton(this);
    m_more->setObjectName(u"moreRequirements"_s);
    m_more->setText(tr("&More requirements"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::StrongFocus);
    form->addRow(m_more);

    m_requirements = new QWidget(this);
    auto *further = newForm(m_requirements);
    m_scopes = addList(further, tr("Sc&opes"), tr("openid profile"), "scopes");
    m_roles = addList(further, tr("&Roles"), tr("admin"), "roles");
    m_claims = addList(further, tr("C&laims"), tr("names, blanks between"), "claims");
    form->addRow(m_requirements);
    showRequirements(false);
    connect(m_more, &QToolButton::toggled, this, &PolicyPanel::showRequirements);
    connect(m_signIn, &DurationBox::valueEdited, this, &PolicyPanel::read);
    connect(m_leeway, &DurationBox::valueEdited, this, &PolicyPanel::read);
}

QComboBox *PolicyPanel::addProfiles(QFormLayout *form)
{
    auto *box = new QComboBox(this);
    box->setObjectName(u"profile"_s);
    for (const verdict::Profile profile : profiles)
        box->addItem(report::profileName(profile), static_cast<int>(profile));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    labelFor(form, tr("Check &as"), box);
    connect(box, &QComboBox::activated, this, &PolicyPanel::read);
    return box;
}

QComboBox *PolicyPanel::addEditable(QFormLayout *form, const QString &label,
                                    const QString &placeholder, const char *name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1StringView(name));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setCompleter(nullptr); // an audience is compared character by character: no guessing
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->lineEdit()->setPlaceholderText(placeholder);
    labelFor(form, label, box);
    // Each key is judged at once: the verdict changes while a person types.
    connect(box, &QComboBox::editTextChanged, this, &PolicyPanel::read);
    return box;
}

QLineEdit *PolicyPanel::addList(QFormLayout *form, const QString &label, const QString &placeholder,
                                const char *name)
{
    auto *field = new QLineEdit(m_requirements);
    field->setObjectName(QLatin1StringView(name));
    field->setPlaceholderText(placeholder);
    labelFor(form, label, field);
    connect(field, &QLineEdit::textEdited, this, &PolicyPanel::read);
    return field;
}

void PolicyPanel::showRequirements(bool shown)
{
    m_requirements->setVisible(shown);
    m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
}

void PolicyPanel::setPolicy(const verdict::Policy &policy)
{
    if (policy == m_policy && m_profile->currentIndex() >= 0
        && m_signIn->value() == policy.maxAuthAge)
        return;
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    m_policy = policy;
    m_profile->setCurrentIndex(m_profile->findData(static_cast<int>(policy.profile)));
    m_audience->setEditText(policy.audiences.join(u' '));
    m_clientId->setEditText(policy.clientId);
    for (const QComboBox *box : {m_audience, m_clientId})
        box->lineEdit()->setCursorPosition(0); // a long one shows its beginning
    m_signIn->setValue(policy.maxAuthAge);
    m_leeway->setValue(policy.leeway);
    m_scopes->setText(policy.scopes.join(u' '));
    m_roles->setText(policy.roles.join(u' '));
    m_claims->setText(policy.claims.join(u' '));
    const bool hasMore
        = !policy.scopes.isEmpty() || !policy.roles.isEmpty() || !policy.claims.isEmpty();
    if (hasMore)
        m_more->setChecked(true);
}

void PolicyPanel::setSuggestions(const QStringList &audiences, const QStringList &clientIds)
{
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    offer(m_audience, audiences);
    offer(m_clientId, clientIds);
}

void PolicyPanel::focusAudience()
{
    m_audience->setFocus(Qt::ShortcutFocusReason);
}

void PolicyPanel::read()
{
    if (m_isShowing)
        return;
    verdict::Policy policy = m_policy;
    policy.profile = static_cast<verdict::Profile>(m_profile->currentData().toInt());
    policy.audiences = words(m_audience->currentText());
    policy.clientId = m_clientId->currentText().trimmed();
    policy.maxAuthAge = m_signIn->value();
    policy.leeway = m_leeway->value().value_or(0s);
    policy.scopes = words(m_scopes->text());
    policy.roles = words(m_roles->text());
    policy.claims = words(m_claims->text());
    if (policy == m_policy)
        return;
    m_policy = policy;
    Q_EMIT policyEdited(policy);
}

} // namespace ui
