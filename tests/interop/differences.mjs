// SPDX-FileCopyrightText: 2026 The Assay authors
// SPDX-License-Identifier: Apache-2.0

// Why libraries say otherwise than Assay, where headers and claims have the same reasons.

export const lastWins = {
  PyJWT: 'takes the last, as RFC 7519 section 4 allows',
  jsonwebtoken: 'takes the last, as RFC 7519 section 4 allows',
  jwx: 'takes the last, as RFC 7519 section 4 allows',
};

export const byteOrderMark = {
  PyJWT: 'skips it, as RFC 8259 section 8.1 allows',
  nimbus: 'skips it, as RFC 8259 section 8.1 allows',
};
