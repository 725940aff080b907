package dev.switchboard.transfer;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** Items that a file could change. */
final class TransferTable {
    private TransferTable() {}

    /** Every type, and texts that a spreadsheet or a format could damage. */
    static List<Item> difficult() {
        List<String> texts = List.of(
                "", "plain", "=1+2", "+1", "-1", "@SUM(A1)", "\tx", "'quoted", "\"", "a,b;c\td", "line\nend\r\nand\rmore\n", " spaces ",
                "007", "12345678901234567890123456789012345678", "1e5", "2024-01-02", "1/2", "12:30", "MAR 1", "true", "FALSE", "null",
                "{\"S\":\"x\"}", "[1]",
                "😀👩‍👩‍👧", "שלום עולם", "مرحبا", "日本語", "\u0000\u0001", "\uFEFFmark", "＝1", "a\u2028b", "50%", "$5");
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            items.add(Item.builder().string("pk", "text").string("sk", String.format("%03d", i)).string("v", texts.get(i)).build());
            items.add(Item.builder().string("pk", "key").string("sk", "x" + texts.get(i)).string("=formula", texts.get(i)).build());
        }
        items.add(Item.ofJson("""
                {"pk":{"S":"all"},"sk":{"S":"1"},"n":{"N":"12345678901234567890123456789012345678"},
                "e":{"N":"0.000000000000000000000000000001"},"z":{"N":"-5"},"f":{"N":"1.5"},"b":{"B":"AAEC/w=="},"bool":{"BOOL":false},"nul":{"NULL":true},
                "ss":{"SS":["a","","=1"]},"ns":{"NS":["1","99999999999999999999999999999999999999"]},"bs":{"BS":["AA==","AQ=="]},
                "l":{"L":[{"S":""},{"NULL":true},{"L":[]},{"M":{}}]},"m":{"M":{"a b":{"M":{"x":{"N":"1"}}}}},"a.b":{"S":"dot"},"empty":{"B":""}}
                """));
        items.add(Item.builder().string("pk", "large").string("sk", "1").string("v", "x".repeat(390_000)).build());
        items.add(Item.ofJson("{\"pk\":{\"S\":\"large\"},\"sk\":{\"S\":\"2\"},\"b\":{\"B\":\""
                + Base64.getEncoder().encodeToString(new byte[300_000]) + "\"}}"));
        return items;
    }

    /** Small items with keys that tell them apart. */
    static List<Item> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Item.ofJson("{\"pk\":{\"S\":\"p" + i % 50 + "\"},\"sk\":{\"S\":\"" + i + "\"},\"n\":{\"N\":\"" + i + "\"}}"))
                .toList();
    }

    static String digest(Transfers transfers, String table) {
        TableDigest digest = transfers.digest(table, new ScanOptions(0, 1, 0), Progress.NONE);
        return digest.items() + " " + digest.hex();
    }
}
