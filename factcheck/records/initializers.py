"""An `__init__` for each number of fields, written by `make tables`: see `build_initializers`."""
# fmt: off


def around_0():
    def __init__(self):
        pass
    return __init__


def around_1(set_000):
    def __init__(self, value_0):
        set_000(self, value_0)
    return __init__


def around_2(set_000, set_001):
    def __init__(self, value_0, value_1):
        set_000(self, value_0); set_001(self, value_1)
    return __init__


def around_3(set_000, set_001, set_002):
    def __init__(self, value_0, value_1, value_2):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2)
    return __init__


def around_4(set_000, set_001, set_002, set_003):
    def __init__(self, value_0, value_1, value_2, value_3):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3)
    return __init__


def around_5(set_000, set_001, set_002, set_003, set_004):
    def __init__(self, value_0, value_1, value_2, value_3, value_4):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4)
    return __init__


def around_6(set_000, set_001, set_002, set_003, set_004, set_005):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5)
    return __init__


def around_7(set_000, set_001, set_002, set_003, set_004, set_005, set_006):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6)
    return __init__


def around_8(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7)
    return __init__


def around_9(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8)
    return __init__


def around_10(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9)
    return __init__


def around_11(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10)
    return __init__


def around_12(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11)
    return __init__


def around_13(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12)
    return __init__


def around_14(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13)
    return __init__


def around_15(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14)
    return __init__


def around_16(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15)
    return __init__


def around_17(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16)
    return __init__


def around_18(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17)
    return __init__


def around_19(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017, set_018):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17, value_18):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17); set_018(self, value_18)
    return __init__


def around_20(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017, set_018, set_019):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17, value_18, value_19):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17); set_018(self, value_18); set_019(self, value_19)
    return __init__


def around_21(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017, set_018, set_019, set_020):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17, value_18, value_19, value_20):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17); set_018(self, value_18); set_019(self, value_19); set_020(self, value_20)
    return __init__


def around_22(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017, set_018, set_019, set_020, set_021):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17, value_18, value_19, value_20, value_21):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17); set_018(self, value_18); set_019(self, value_19); set_020(self, value_20); set_021(self, value_21)
    return __init__


def around_23(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017, set_018, set_019, set_020, set_021, set_022):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17, value_18, value_19, value_20, value_21, value_22):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17); set_018(self, value_18); set_019(self, value_19); set_020(self, value_20); set_021(self, value_21); set_022(self, value_22)
    return __init__


def around_24(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017, set_018, set_019, set_020, set_021, set_022, set_023):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17, value_18, value_19, value_20, value_21, value_22, value_23):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17); set_018(self, value_18); set_019(self, value_19); set_020(self, value_20); set_021(self, value_21); set_022(self, value_22); set_023(self, value_23)
    return __init__


def around_25(set_000, set_001, set_002, set_003, set_004, set_005, set_006, set_007, set_008, set_009, set_010, set_011, set_012, set_013, set_014, set_015, set_016, set_017, set_018, set_019, set_020, set_021, set_022, set_023, set_024):
    def __init__(self, value_0, value_1, value_2, value_3, value_4, value_5, value_6, value_7, value_8, value_9, value_10, value_11, value_12, value_13, value_14, value_15, value_16, value_17, value_18, value_19, value_20, value_21, value_22, value_23, value_24):
        set_000(self, value_0); set_001(self, value_1); set_002(self, value_2); set_003(self, value_3); set_004(self, value_4); set_005(self, value_5); set_006(self, value_6); set_007(self, value_7); set_008(self, value_8); set_009(self, value_9); set_010(self, value_10); set_011(self, value_11); set_012(self, value_12); set_013(self, value_13); set_014(self, value_14); set_015(self, value_15); set_016(self, value_16); set_017(self, value_17); set_018(self, value_18); set_019(self, value_19); set_020(self, value_20); set_021(self, value_21); set_022(self, value_22); set_023(self, value_23); set_024(self, value_24)
    return __init__
