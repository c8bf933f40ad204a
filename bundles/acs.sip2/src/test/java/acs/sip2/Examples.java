// SPDX-License-Identifier: Apache-2.0
package acs.sip2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** One line of every message there is, without trailer, one byte for each character. */
final class Examples {
    static final List<String> LINES = List.of(
            "2300120260115    093000AOMAIN|AAP110|AC|AD1234|",
            "24              00120260115    093000AOMAIN|AAP110|AEGrace Hopper|BLY|CQY|BHUSD|BV0.00|",
            "11YN20260115    093000                  AOMAIN|AAP110|ABI001|AC|AD1234|BON|BIN|",
            "121NNY20260115    093000AOMAIN|AAP110|ABI001|AJDubliners|AH20260205    235959|CK001|",
            "09N20260115    09300020260115    093000APSC1|AOMAIN|ABI002|AC|BIN|",
            "101YNN20260115    093000AOMAIN|ABI002|AQMain stacks|AJUlysses|AAP100|CK001|CL1|",
            "01N20260115    093000AOMAIN|ALCard left behind|AAP110|AC|",
            "9900402.00",
            "98YYYYYN10000320260115    0930002.00AOMAIN|AMMain Library|BXYYYYYYYYYYYNNYYY|ANSC1|",
            "97",
            "96",
            "9300CNsc01|COsecret1|CPSC1|",
            "941",
            "6300120260115    093000  Y       AOMAIN|AAP300|AC|AD3333|BP1|BQ3|",
            "64              00120260115    093000000200030012000000010002AOMAIN|AAP300|AEAlan Turing|BZ0020|CA0005"
                    + "|CB0020|BLY|CQY|BHUSD|BV0.00|CC10.00|AUL001|AUL002|AUL003|",
            "3520260115    093000AOMAIN|AAP110|",
            "36Y20260115    093000AOMAIN|AAP110|",
            "3720260115    0930000401USDBV5.00|AOMAIN|AAP200|CGF1|BKPAY-0001|",
            "38Y20260115    093000AOMAIN|AAP200|BKPAY-0001|AFPaid 5.00 USD, balance 7.50|",
            "1720260115    093000AOMAIN|ABI002|",
            "1804000120260115    093000CF0|AH20260125    235959|ABI002|AJUlysses|CK001|AQMain stacks|APMain stacks|",
            "1920260115    093000AOMAIN|ABI001|CHweight=412g|",
            "20120260115    093000ABI001|AJDubliners|CHweight=412g|",
            "2520260115    093000AOMAIN|AAP110|",
            "26              00120260115    093000AOMAIN|AAP110|AEGrace Hopper|BLY|",
            "15+20260115    093000BSMAIN|BY2|AOMAIN|AAP110|AD1234|ABI002|",
            "161N20260115    093000BR1|BSMAIN|AOMAIN|AAP110|ABI002|AJUlysses|",
            "29NN20260115    093000                  AOMAIN|AAP100|AD1234|ABI002|BON|",
            "301YNN20260115    093000AOMAIN|AAP100|ABI002|AJUlysses|AH20260205    235959|",
            "6520260115    093000AOMAIN|AAP100|AD1234|BON|",
            "6610002000320260115    093000AOMAIN|BMI002|BMI010|BNI011 on hold|BNI012 on hold|BNI020 renewal limit|");

    private Examples() {}

    static byte[] bytes(String line) {
        return line.getBytes(ISO_8859_1);
    }

    static String text(byte[] line) {
        return new String(line, ISO_8859_1);
    }

    /** Reads a line of one byte for each character, and expects it to be understood. */
    static Reading.Understood understood(String line) {
        return (Reading.Understood) Wire.standard().read(bytes(line));
    }

    static Message message(String line) {
        return understood(line).message();
    }
}
