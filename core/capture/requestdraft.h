// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/capture/collector.h"
#include "core/capture/literal.h"

namespace capture {

//! A request as a command or a piece of code spells it, its parts in any order, until all of them
//! are known. What none of the lists fits is text: tokens in it are found all the same.
struct RequestDraft
{
    //! A header.
    struct Field
    {
        Literal name;
        Literal value;
    };
    //! A value that is known by the name of its carrier alone.
    struct Parameter
    {
        Carrier carrier;
        Literal value;
    };

    base::Span span; //!< In the capture.
    QByteArray method; //!< Empty: by what there is to send.
    QByteArray scheme = "http"; //!< Of a URL that has none.
    QList<Literal> urls; //!< The first is the request's, the others are read for their parameters.
    QList<Field> headers;
    QList<Literal> cookies; //!< `name=value; …`.
    QList<Literal> users; //!< `user:password`, sent as Basic.
    QList<Literal> queries; //!< `name=value&…` besides that of the URL.
    QList<Literal> bodies;
    QByteArray mediaType; //!< Of the bodies, where no header tells.
    QList<Parameter> parameters;
    QList<Literal> files; //!< Names of files that are sent, of which the capture has no more.
    QList<Literal> rest;

    //! "Name: value", as it stands behind curl's -H.
    void addHeaderLine(const Literal &line);
    //! A header that the command makes itself of the value.
    void addHeader(QByteArrayView name, const Literal &value, QByteArrayView prefix = {});
    void addParameter(CarrierType type, const Literal &name, const Literal &value);
    [[nodiscard]] bool isEmpty() const;
};

//! Makes a request of the draft and hands every part of it to the collector.
void collect(const RequestDraft &draft, Collector &collector);

//! With what the capture itself sets variables of a shell to, put into its gaps.
[[nodiscard]] RequestDraft filled(const RequestDraft &draft, Collector &collector);

//! carrying.variable for each place of a credential in the draft where a gap stands.
void reportGaps(const RequestDraft &draft, qsizetype request, Collector &collector);

} // namespace capture
