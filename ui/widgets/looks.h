// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/claimsmodel.h"
#include "ui/models/findingsmodel.h"
#include "ui/models/keysmodel.h"
#include "ui/models/sightingsmodel.h"

#include <QIdentityProxyModel>

namespace ui {

//! Facts on their way into a view: pictures, fonts, colours and plain tooltips, worked out when
//! asked for, so that a change of theme or font needs a repaint and nothing else. One row of looks
//! a model.
class Looks : public QIdentityProxyModel
{
    Q_OBJECT

public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    //! Only what differs from plain text is answered; an invalid value means nothing special.
    [[nodiscard]] virtual QVariant decoration(const QModelIndex &source) const;
    [[nodiscard]] virtual QVariant foreground(const QModelIndex &source) const;
    [[nodiscard]] virtual bool isMonospace(const QModelIndex &source) const;
    [[nodiscard]] virtual QString tip(const QModelIndex &source) const;
    //! What a screen reader says of the first column beside its text.
    [[nodiscard]] virtual QString state(const QModelIndex &source) const;
};

class FindingLooks final : public Looks
{
    Q_OBJECT

public:
    using Looks::Looks;

protected:
    [[nodiscard]] QVariant decoration(const QModelIndex &source) const override;
    [[nodiscard]] QVariant foreground(const QModelIndex &source) const override;
    [[nodiscard]] bool isMonospace(const QModelIndex &source) const override;
    [[nodiscard]] QString state(const QModelIndex &source) const override;
};

class ClaimLooks final : public Looks
{
    Q_OBJECT

public:
    using Looks::Looks;

protected:
    [[nodiscard]] QVariant decoration(const QModelIndex &source) const override;
    [[nodiscard]] QVariant foreground(const QModelIndex &source) const override;
    [[nodiscard]] bool isMonospace(const QModelIndex &source) const override;
    [[nodiscard]] QString tip(const QModelIndex &source) const override;
    [[nodiscard]] QString state(const QModelIndex &source) const override;
};

class KeyLooks final : public Looks
{
    Q_OBJECT

public:
    using Looks::Looks;

protected:
    [[nodiscard]] QVariant decoration(const QModelIndex &source) const override;
    [[nodiscard]] bool isMonospace(const QModelIndex &source) const override;
};

class SightingLooks final : public Looks
{
    Q_OBJECT

public:
    using Looks::Looks;

protected:
    [[nodiscard]] QVariant decoration(const QModelIndex &source) const override;
    [[nodiscard]] QVariant foreground(const QModelIndex &source) const override;
    [[nodiscard]] bool isMonospace(const QModelIndex &source) const override;
    [[nodiscard]] QString tip(const QModelIndex &source) const override;
    [[nodiscard]] QString state(const QModelIndex &source) const override;
};

//! "failed", "warning", "passed", "not checked".
[[nodiscard]] QString outcomeName(base::Outcome outcome);

} // namespace ui
