/** Spellings of places inside, none of which may be connected to. `{port}` is where the test listens. */
export const insideAddresses: readonly string[] = [
  // The loopback, as four numbers and as fewer, in every base.
  ...["127.0.0.1", "127.0.0.2", "127.1", "127.0.1", "127.255.255.254", "127.127.127.127"],
  ...["2130706433", "0x7f000001", "017700000001", "0x7F.0.0.1", "0x7f.1", "0177.0.0.1", "0177.0.0.01"],
  ...["127.0x0.0.1", "127.0.0.0x1", "00177.0.0.1", "0x7f.0x0.0x0.0x1", "0000177.0000.0000.0001"],
  ...["127.0.0.1.", "127.1.", "2130706433.", "0x7f000001.", "0", "0.0.0.0", "0.0.0.0.", "00.0", "0x0"],
  ...["0.1.2.3"],
  // Written with other scripts' digits and dots, and with characters that stand for nothing.
  ...["①②⑦.⓪.⓪.①", "１２７.０.０.１", "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "𝟏𝟐𝟕.𝟎.𝟎.𝟏"],
  ...["1\u00ad27.0.0.1", "127%2e0%2e0%2e1", "%31%32%37.0.0.1"],
  // Names for it.
  ...["localhost", "LOCALHOST", "localhost.", "LocalHost.", "ｌｏｃａｌｈｏｓｔ", "inside.example.org"],
  ...[
    "inside.example.org.",
    "mixed.example.org",
    "six.example.org",
    "mapped.example.org",
    "zoned.example.org",
  ],
  // IPv6, and IPv4 within it.
  ...[
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[0000:0000:0000:0000:0000:0000:0000:0001]",
    "[::0001]",
    "[::]",
    "[0::0]",
  ],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:0001]", "[::ffff:0:127.0.0.1]"],
  ...["[::127.0.0.1]", "[::7f00:1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]"],
  ...[
    "[2002:7f00:1::]",
    "[2002:7f00:0001::1]",
    "[2001:0:7f00:1::]",
    "[::ffff:10.0.0.1]",
    "[::ffff:a9fe:a9fe]",
  ],
  ...["[2002:a9fe:a9fe::]", "[64:ff9b::a9fe:a9fe]", "[::169.254.169.254]", "[fe80::1]", "[febf::1]"],
  ...["[fc00::1]", "[fd00:ec2::254]", "[fdff:ffff::1]", "[fec0::1]", "[ff02::1]", "[ff0e::1]", "[100::1]"],
  ...["[2001:db8::1]", "[3fff::1]", "[2001:10::1]", "[5f00::1]", "[4000::1]"],
  // Zone ids are for one link alone.
  ...["[fe80::1%25lo]", "[fe80::1%lo]", "[::1%25lo]", "[::1%25eth0]"],
  // What hands out credentials in clouds.
  ...[
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "169.254.43518",
    "0xa9.254.0xa9fe",
  ],
  ...["169.254.169.254.", "169.254.170.2", "168.63.129.16", "100.100.100.200", "192.0.0.192"],
  ...["metadata.google.internal", "metadata.google.internal."],
  // Networks of one's own, a carrier's, and nobody's.
  ...["10.0.0.1", "10.255.255.255", "167772161", "0xa.1", "012.0.0.1", "172.16.0.1", "172.31.255.255"],
  ...["192.168.0.1", "192.168.1", "3232235521", "0300.0250.0.1", "100.64.0.1", "100.127.255.254"],
  ...["192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1"],
  ...["224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "4294967295"],
];

/** What the names among them stand for. */
export const insideNames: Readonly<Record<string, readonly string[]>> = {
  localhost: ["127.0.0.1", "::1"],
  "inside.example.org": ["127.0.0.1"],
  // One address that may be reached does not make the other one so.
  "mixed.example.org": ["93.184.215.14", "127.0.0.1"],
  "six.example.org": ["::1"],
  "mapped.example.org": ["::ffff:127.0.0.1"],
  "zoned.example.org": ["fe80::1%eth0"],
  "metadata.google.internal": ["169.254.169.254"],
};

/** Addresses that are wrong whatever they lead to. */
export const badAddresses: readonly (readonly [address: string, reason: RegExp])[] = [
  ["ftp://example.org/", /http and https/u],
  ["file:///etc/passwd", /http and https/u],
  ["gopher://example.org/", /http and https/u],
  ["javascript:alert(1)", /http and https/u],
  ["data:text/plain,x", /http and https/u],
  ["ws://example.org/", /http and https/u],
  ["https://ada@example.org/", /name or a password/u],
  ["https://ada:secret@example.org/", /name or a password/u],
  ["https://:secret@example.org/", /name or a password/u],
  ["http://example.org@127.0.0.1/", /name or a password/u],
  ["http://example.org:22/", /port 22/u],
  ["http://example.org:6379/", /port 6379/u],
  ["https://example.org:8443/", /port 8443/u],
  ["http://", /no address/u],
  ["//example.org/", /no address/u],
  ["example.org", /no address/u],
  ["http://[::1/", /no address/u],
  ["http://exa mple.org/", /no address/u],
  ["http://1.2.3.4.5.6.7.256/", /no address/u],
  ["", /no address/u],
];

/** Addresses that are anybody's to reach. */
export const publicAddresses: readonly string[] = [
  ...["93.184.215.14", "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1"],
  ...["169.253.255.255", "192.167.255.255", "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001::1"],
];
