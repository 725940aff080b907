package dev.switchboard.cli.items;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.transfer.mask.MaskMode;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the arguments of export, import and copy; a value that is not valid is a usage error. */
public final class TransferConverters {
    private TransferConverters() {}

    /** Converts the name of a format. */
    public static final class FormatConverter implements ITypeConverter<TransferFormat> {
        @Override
        public TransferFormat convert(String value) {
            try {
                return TransferFormat.of(value);
            } catch (InvalidInputException e) {
                throw new TypeConversionException(e.sentence() + " " + e.remedy());
            }
        }
    }

    /** Converts what is masked. */
    public static final class MaskConverter implements ITypeConverter<MaskMode> {
        @Override
        public MaskMode convert(String value) {
            try {
                return MaskMode.of(value);
            } catch (InvalidInputException e) {
                throw new TypeConversionException(e.sentence() + " " + e.remedy());
            }
        }
    }

    /** Converts what is done with items that exist. */
    public static final class ConflictConverter implements ITypeConverter<ConflictMode> {
        @Override
        public ConflictMode convert(String value) {
            return Arrays.stream(ConflictMode.values()).filter(mode -> mode.code().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(Messages.of(TransferConverters.class).get("import.mode", value)));
        }
    }
}
