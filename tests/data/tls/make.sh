#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Assay authors
# SPDX-License-Identifier: Apache-2.0
#
# Makes the certificates of this folder anew: a test authority, whose key is thrown away, and servers
# on 127.0.0.1 that are good, expired, for another name, and signed by themselves. One server key.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
touch "$work/index.txt"
cat > "$work/ca.conf" <<CONF
[ca]
default_ca = test
[test]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
organizationName = optional
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[here]
subjectAltName = IP:127.0.0.1,IP:::1,DNS:localhost
extendedKeyUsage = serverAuth
[elsewhere]
subjectAltName = DNS:elsewhere.example
extendedKeyUsage = serverAuth
[req]
distinguished_name = dn
[dn]
CONF
far=21260101000000Z
key() { openssl ecparam -genkey -name prime256v1 -noout -out "$1"; }
request() { openssl req -new -config "$work/ca.conf" -key "$1" -subj "$2" -out "$3"; }
sign() { # request, extensions, from, until, output, signing options...
    in=$1 extensions=$2 from=$3 until=$4 out=$5
    shift 5
    openssl ca -batch -notext -config "$work/ca.conf" -extensions "$extensions" \
        -startdate "$from" -enddate "$until" -in "$in" -out "$out" "$@" 2> /dev/null
}

key "$work/ca.key"
key server.key
request "$work/ca.key" "/O=Assay tests/CN=Assay test authority" "$work/ca.csr"
request server.key "/O=Assay tests/CN=localhost" "$work/here.csr"
request server.key "/O=Assay tests/CN=elsewhere.example" "$work/elsewhere.csr"
sign "$work/ca.csr" authority 20200101000000Z $far ca.pem -selfsign -keyfile "$work/ca.key"
sign "$work/here.csr" here 20200101000000Z $far good.pem -cert ca.pem -keyfile "$work/ca.key"
sign "$work/here.csr" here 20200101000000Z 20210101000000Z expired.pem -cert ca.pem -keyfile "$work/ca.key"
sign "$work/elsewhere.csr" elsewhere 20200101000000Z $far elsewhere.pem -cert ca.pem -keyfile "$work/ca.key"
sign "$work/here.csr" here 20200101000000Z $far selfsigned.pem -selfsign -keyfile server.key
